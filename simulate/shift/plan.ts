import { seededRandom } from '#sandbox/core/chance.ts'
import type { Fault } from '../wallet/faults.ts'

export const minuteMs = 60_000
export const hourMs = 3_600_000
export const shiftMs = 8 * hourMs
const orderCount = 600
/** Two half hours in which two and a half times as much is ordered as on average. */
const rushes = [
  { fromMs: 2 * hourMs, toMs: 2.5 * hourMs },
  { fromMs: 6 * hourMs, toMs: 6.5 * hourMs },
] as const
const rushFactor = 2.5

export interface PlannedOrder {
  atMs: number
  /** Cash is taken instead of a payment in the app. */
  isCash: boolean
  /** How long the guest takes to pay, and staff to confirm what they see. */
  payAfterMs: number
  confirmAfterMs: number
}

export interface PlannedVisit {
  arrivesMs: number
  kind: 'guest' | 'stranger'
  /** None where the guests think better of it. */
  orders: PlannedOrder[]
  /** How long after the last payment the visit ends, and whether the guests end it themselves in the app. */
  endsAfterMs: number
  leavesByThemselves: boolean
}

export interface Outage {
  fromMs: number
  forMs: number
  fault: Fault
}

export interface ShiftPlan {
  visits: PlannedVisit[]
  outages: readonly Outage[]
  /** Spots that are open, or where somebody waits for ever, from before the shift until after it. */
  lodgers: { open: number; waiting: number }
}

const outages: readonly Outage[] = [
  { fromMs: 3.4 * hourMs, forMs: 4 * minuteMs, fault: 'refuse' },
  { fromMs: 7.2 * hourMs, forMs: 3 * minuteMs, fault: 'timeout_before' },
]

/** Who comes, orders and pays when: the same for every dashboard that has to cope with it. */
export function planShift(seed: number, spots: number): ShiftPlan {
  const random = seededRandom(`shift ${seed}`)
  const between = (least: number, most: number) => least + random() * (most - least)
  const visits: PlannedVisit[] = []
  const newVisit = (arrivesMs: number, orders: PlannedOrder[]): PlannedVisit => ({
    arrivesMs,
    kind: 'guest',
    orders,
    endsAfterMs: between(1, 6) * minuteMs,
    leavesByThemselves: random() < 0.2,
  })
  for (const atMs of orderTimes(random)) {
    const order = {
      atMs,
      isCash: random() < 0.06,
      payAfterMs: between(0.5, 6) * minuteMs,
      confirmAfterMs: between(5, 25) * 1000,
    }
    const another = random() < 0.6 ? visits.find((visit) => wantsMore(visit, atMs)) : undefined
    if (another) another.orders.push(order)
    else visits.push(newVisit(Math.max(0, atMs - between(60, 150) * 1000), [order]))
  }
  for (let count = 0; count < 15; count += 1) {
    visits.push({ ...newVisit(random() * shiftMs, []), leavesByThemselves: true })
  }
  for (let count = 0; count < 12; count += 1) {
    visits.push({
      ...newVisit(random() * shiftMs, []),
      kind: 'stranger',
      leavesByThemselves: false,
    })
  }
  const isBig = spots > 100
  return {
    visits,
    outages,
    lodgers: isBig ? { open: 230, waiting: 5 } : { open: 3, waiting: 1 },
  }
}

function orderTimes(random: () => number): number[] {
  const meanPerMs = orderCount / shiftMs
  const times = rushes.flatMap(({ fromMs, toMs }) =>
    Array.from(
      { length: Math.round((toMs - fromMs) * meanPerMs * rushFactor) },
      () => fromMs + random() * (toMs - fromMs),
    ),
  )
  while (times.length < orderCount) {
    const atMs = random() * shiftMs
    if (!rushes.some(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs)) times.push(atMs)
  }
  return times.toSorted((one, other) => one - other)
}

function wantsMore({ orders }: PlannedVisit, atMs: number): boolean {
  const lastMs = orders.at(-1)?.atMs ?? 0
  return orders.length < 3 && atMs - lastMs > 5 * minuteMs && atMs - lastMs < 15 * minuteMs
}
