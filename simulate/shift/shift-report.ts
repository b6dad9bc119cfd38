import { busiestHour, hoursOf, quantile, type HourFigures, type ShiftResult } from './ledger.ts'

/** Above so many calls of people in an hour, a waiting guest is promised less. */
const BUSY_PEOPLE = 450

const purposes = [
  'person',
  'waiting',
  'others waiting',
  'strangers',
  'payments',
  'open',
  'in doubt',
  'locations',
] as const
const columns = ['hour', 'calls', ...purposes, 'waiting seen p95', 'held seen p50 / p95']

export interface Promised {
  hours: string
  /** Nineteen of twenty guests who wait are to be on a screen after this. */
  limitMs: number
  seenMs: number[]
}

/** What is promised of a shift, and what it came to: the guests of all its usual hours, and of all its busy ones. */
export function promisesOf(result: ShiftResult): Promised[] {
  const hours = hoursOf(result)
  const seen = (isBusy: boolean) =>
    hours.filter(({ people }) => people >= BUSY_PEOPLE === isBusy).flatMap(({ waiting }) => waiting)
  return [
    { hours: `below ${BUSY_PEOPLE}`, limitMs: 10_000, seenMs: seen(false) },
    { hours: `from ${BUSY_PEOPLE} on`, limitMs: 20_000, seenMs: seen(true) },
  ]
}

export function promisesInWords(result: ShiftResult): string {
  return promisesOf(result)
    .map(({ hours, limitMs, seenMs }) => {
      const [half, most] = [quantile(seenMs, 0.5), quantile(seenMs, 0.95)]
      return `${seenMs.length} guests who waited in hours with people's calls ${hours}: seen after ${inS(half)} (p50), ${inS(most)} (p95, promised ${inS(limitMs)}), ${inS(Math.max(...seenMs))} at most.`
    })
    .join('\n')
}

/** Where the calls of a shift went, by kind and by hour. */
export function arithmeticOf(result: ShiftResult): string {
  const rows = hoursOf(result).map((hour) => [
    String(hour.hour + 1),
    String(hour.total),
    ...purposes.map((purpose) => String(countOf(hour, purpose))),
    hour.waiting.length === 0 ? '' : inS(quantile(hour.waiting, 0.95)),
    hour.held.length === 0
      ? ''
      : `${inS(quantile(hour.held, 0.5))} / ${inS(quantile(hour.held, 0.95))}`,
  ])
  return table([columns, ...rows])
}

/** How several dashboards came through the same shift. */
export function comparisonOf(results: Readonly<Record<string, ShiftResult>>): string {
  const head = [
    '',
    'calls',
    'busiest hour',
    '429',
    'people held up > 1 s',
    'waiting seen p50 / p95 / max',
    'held seen p50 / p95',
    'never seen',
  ]
  const rows = Object.entries(results).map(([name, result]) => {
    const seen = (what: 'waiting' | 'held') =>
      result.sights
        .filter((sight) => sight.what === what && !sight.wasOutage)
        .map(({ afterMs }) => afterMs)
    const waiting = seen('waiting')
    const held = seen('held')
    return [
      name,
      String(result.calls.length),
      String(busiestHour(result.calls)),
      String(result.refusedAsTooMany),
      String(result.longWaits),
      `${inS(quantile(waiting, 0.5))} / ${inS(quantile(waiting, 0.95))} / ${inS(Math.max(...waiting))}`,
      `${inS(quantile(held, 0.5))} / ${inS(quantile(held, 0.95))}`,
      String(result.unseen),
    ]
  })
  return table([head, ...rows])
}

/** How long after the return of the wallet a screen showed what had happened while it was away. */
export function recoveryOf({ sights }: ShiftResult): string {
  const after = sights.filter(({ wasOutage }) => wasOutage).map(({ afterMs }) => afterMs)
  if (after.length === 0) return 'Nothing happened while the wallet was away.'
  return `${after.length} things happened while the wallet was away; the last was seen ${inS(Math.max(...after))} after its return.`
}

function countOf({ byPurpose, people }: HourFigures, purpose: (typeof purposes)[number]): number {
  return purpose === 'person' ? people : (byPurpose.get(purpose) ?? 0)
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows
    .map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '))
    .join('\n')
}

function inS(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
