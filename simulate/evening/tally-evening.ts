import * as z from 'zod'
import type { Evidence } from '../oracle/evidence.ts'

/** A row of the trail, as far as it tells what was done. */
export interface TrailRow {
  act: string
  subject: string
  outcome: string
  detail: string
}

export interface Sum {
  count: number
  amountMinor: number
}

/** What an evening came to by everything but the report: the wallet, what staff were told, and the trail. */
export interface EveningTally {
  confirmed: Sum
  cash: Sum
  card: Sum
  declined: Sum
  expired: Sum
  refused: Sum
  moneyBack: Sum
}

const Detail = z.looseObject({
  totalMinor: z.int().optional(),
  from: z.union([z.int(), z.string()]).optional(),
  to: z.union([z.int(), z.string()]).optional(),
  into: z.string().optional(),
  because: z.string().optional(),
  amountMinor: z.int().optional(),
  with: z.string().optional(),
  transaction: z.string().optional(),
})
type Detail = z.infer<typeof Detail>

/** How an order came to its end, by the last thing that the trail says of it. */
type End = 'declined' | 'expired' | 'refused' | 'cash' | 'card'

const endsByWallet: Readonly<Record<string, End>> = { failed: 'expired', rejected: 'refused' }

export function tallyEvening(
  evidence: Evidence,
  trail: readonly TrailRow[],
): { figures: EveningTally; reducedMinor: number } {
  const { ends, reducedMinor } = readTrail(trail)
  const endedAs = (end: End) =>
    sumOf([...ends].filter(([, one]) => one === end).map(([id]) => totalOf(evidence, id)))
  const confirmed = evidence.wallet.transactions.filter(({ status }) => status === 'confirmed')
  const figures = {
    confirmed: sumOf(confirmed.flatMap(({ payments }) => payments.map(({ price }) => price))),
    cash: endedAs('cash'),
    card: endedAs('card'),
    declined: endedAs('declined'),
    expired: endedAs('expired'),
    refused: endedAs('refused'),
    moneyBack: sumOf(
      evidence.asked
        .filter(({ act, told }) => act === 'give money back' && told.at(-1)?.what === 'done')
        .map(({ amountMinor }) => amountMinor ?? 0),
    ),
  }
  return { figures, reducedMinor }
}

/** Reads from the first row on what was asked, and takes it for done only where that is said. */
function readTrail(trail: readonly TrailRow[]): { ends: Map<string, End>; reducedMinor: number } {
  const ends = new Map<string, End>()
  let reducedMinor = 0
  const beforeGuests = new Set<string>()
  const asked = new Map<string, Detail & { wasBeforeGuests: boolean }>()
  for (const { act, subject, outcome, detail: text } of trail) {
    const [kind, id = ''] = subject.split(' ')
    if (kind !== 'order') continue
    const detail = Detail.parse(JSON.parse(text))
    if (act === 'payment.follow') {
      const end = detail.to === 'closed' ? endsByWallet[detail.transaction ?? ''] : undefined
      if (end) ends.set(id, end)
      continue
    }
    if (outcome === 'asked') {
      asked.set(`${act} ${id}`, { ...detail, wasBeforeGuests: beforeGuests.has(id) })
      continue
    }
    const what = asked.get(`${act} ${id}`)
    if (outcome !== 'done' || !what) continue
    switch (act) {
      case 'order.submit':
      case 'order.offer':
        beforeGuests.add(id)
        ends.delete(id)
        break
      case 'order.decline':
        ends.set(id, 'declined')
        break
      case 'order.settle':
        // The cash for a share is the only one that is taken without being asked for by itself.
        ends.set(id, what.with === 'card' ? 'card' : 'cash')
    }
    reducedMinor += Math.max(0, reducedBy(act, what))
  }
  return { ends, reducedMinor }
}

/** How much less a guest was asked by an act that was done. What goes to another table or order is asked there. */
function reducedBy(act: string, what: Detail & { wasBeforeGuests: boolean }): number {
  const { totalMinor = 0, from, to, into, because, amountMinor, wasBeforeGuests } = what
  if (act === 'order.delete') {
    const isElsewhere = to !== undefined || into !== undefined || because !== undefined
    return isElsewhere || !wasBeforeGuests ? 0 : totalMinor
  }
  if (act === 'order.confirm' && amountMinor !== undefined) return totalMinor - amountMinor
  if (act !== 'order.edit' && act !== 'order.decline') return 0
  return typeof from === 'number' && typeof to === 'number' ? from - to : 0
}

function totalOf({ book }: Evidence, orderId: string): number {
  const order = book.orders.find(({ id }) => id === orderId)
  const version = book.versions.find(
    (one) => one.order_id === orderId && one.version === order?.version,
  )
  return version?.total_minor ?? 0
}

function sumOf(amounts: readonly number[]): Sum {
  return { count: amounts.length, amountMinor: amounts.reduce((sum, one) => sum + one, 0) }
}
