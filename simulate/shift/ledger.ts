import { hourMs } from './plan.ts'

/** A call to the wallet, in milliseconds since the shift began. */
export interface LedgerCall {
  atMs: number
  purpose: string
}

/** Something that a screen showed, and how long after it had happened. */
export interface Sight {
  what: 'waiting' | 'held'
  happenedMs: number
  afterMs: number
  /** Whether it happened while the wallet was out of reach; `afterMs` counts from its return then. */
  wasOutage: boolean
}

/** What a shift came to. */
export interface ShiftResult {
  calls: LedgerCall[]
  sights: Sight[]
  /** What happened and was never shown. */
  unseen: number
  refusedAsTooMany: number
  /** How many of people's calls waited for more than a second to go out. */
  longWaits: number
  ordersPaid: number
  stumbles: readonly string[]
}

const peoplesPurposes = new Set(['person', 'background'])

export function isPeoples({ purpose }: LedgerCall): boolean {
  return peoplesPurposes.has(purpose)
}

export interface HourFigures {
  hour: number
  byPurpose: Map<string, number>
  total: number
  people: number
  waiting: number[]
  held: number[]
}

export function hoursOf({ calls, sights }: ShiftResult): HourFigures[] {
  const count = Math.ceil((calls.at(-1)?.atMs ?? 0) / hourMs)
  return Array.from({ length: count }, (_, hour) => {
    const isNow = (atMs: number) => Math.floor(atMs / hourMs) === hour
    const now = calls.filter(({ atMs }) => isNow(atMs))
    const byPurpose = new Map<string, number>()
    for (const { purpose } of now) byPurpose.set(purpose, (byPurpose.get(purpose) ?? 0) + 1)
    const seen = (what: Sight['what']) =>
      sights
        .filter((sight) => sight.what === what && isNow(sight.happenedMs) && !sight.wasOutage)
        .map(({ afterMs }) => afterMs)
    return {
      hour,
      byPurpose,
      total: now.length,
      people: now.filter(isPeoples).length,
      waiting: seen('waiting'),
      held: seen('held'),
    }
  })
}

/** The most calls that any stretch of an hour holds, wherever it begins. */
export function busiestHour(calls: readonly LedgerCall[]): number {
  const times = calls.map(({ atMs }) => atMs).toSorted((one, other) => one - other)
  let from = 0
  let most = 0
  for (const [index, atMs] of times.entries()) {
    while ((times[from] ?? 0) <= atMs - hourMs) from += 1
    most = Math.max(most, index - from + 1)
  }
  return most
}

/** The value that so much of the values are not above; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN
}
