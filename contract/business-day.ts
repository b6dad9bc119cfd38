/** How the house counts its days: a night's guests belong to the day on which they came. */
export interface DayRule {
  /** A name of the IANA's, such as `Europe/Vilnius`. */
  timeZone: string
  /** The hour on the wall at which a business day ends and the next one begins. */
  dayEndsAtHour: number
}

/** From the first millisecond of a business day to the first one after it. */
export interface DayBounds {
  fromMs: number
  untilMs: number
}

const HOUR_MS = 3_600_000
const DATE_MS = 24 * HOUR_MS

/** The date, such as `2026-05-04`, of the business day that an instant is in. */
export function businessDayOf(atMs: number, rule: DayRule): string {
  const wallMs = atMs + offsetMs(atMs, rule.timeZone)
  let date = dateOf(wallMs - rule.dayEndsAtHour * HOUR_MS)
  // Clocks that go back over the end of a day show the hour before it once more, which belongs to the new day.
  while (atMs < startOf(date, rule)) date = dateAfter(date, -1)
  while (atMs >= startOf(dateAfter(date, 1), rule)) date = dateAfter(date, 1)
  return date
}

/** From when to when a business day is; some have 23 or 25 hours. Days follow each other without gap or overlap. */
export function boundsOfDay(date: string, rule: DayRule): DayBounds {
  return { fromMs: startOf(date, rule), untilMs: startOf(dateAfter(date, 1), rule) }
}

/** The date so many days later, or earlier where the number is negative. */
export function dateAfter(date: string, days: number): string {
  return dateOf(Date.parse(`${date}T00:00Z`) + days * DATE_MS)
}

export function isDate(text: string): boolean {
  const atMs = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00Z`) : Number.NaN
  return !Number.isNaN(atMs) && dateOf(atMs) === text
}

export function isTimeZone(name: string): boolean {
  try {
    return formatOf(name) !== undefined
  } catch {
    return false
  }
}

/** The first instant at which the wall shows the hour of the date or, where that hour is left out, a later one. */
function startOf(date: string, { timeZone, dayEndsAtHour }: DayRule): number {
  const wallMs = Date.parse(`${date}T00:00Z`) + dayEndsAtHour * HOUR_MS
  const earlier = wallMs - DATE_MS
  const later = wallMs + DATE_MS
  const before = offsetMs(earlier, timeZone)
  const after = offsetMs(later, timeZone)
  if (before === after) return wallMs - before
  const change = changeBetween(earlier, later, timeZone)
  return wallMs - before < change ? wallMs - before : Math.max(change, wallMs - after)
}

/** The instant at which the clocks change, which they do between these two. */
function changeBetween(fromMs: number, untilMs: number, timeZone: string): number {
  const before = offsetMs(fromMs, timeZone)
  let [unchanged, changed] = [fromMs, untilMs]
  while (changed - unchanged > 1) {
    const middle = Math.floor((unchanged + changed) / 2)
    if (offsetMs(middle, timeZone) === before) unchanged = middle
    else changed = middle
  }
  return changed
}

/** How far the clock on the wall is ahead of universal time, in milliseconds. */
function offsetMs(atMs: number, timeZone: string): number {
  const wholeSecondMs = Math.floor(atMs / 1000) * 1000
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(wholeSecondMs)) {
    parts[type] = Number(value)
  }
  const { year = 0, month = 1, day, hour, minute, second } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSecondMs
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-u-ca-iso8601', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, made)
  return made
}

function dateOf(wallMs: number): string {
  return new Date(wallMs).toISOString().slice(0, 10)
}
