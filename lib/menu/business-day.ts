import 'server-only'

/** A night's guests belong to the day on which they came. */
const DAY_ENDS_AT_HOUR = 4

/** When the business day that this moment belongs to began, by the clock on the wall. */
export function startOfBusinessDay(atMs: number): number {
  const start = new Date(atMs)
  start.setHours(DAY_ENDS_AT_HOUR, 0, 0, 0)
  if (start.getTime() > atMs) start.setDate(start.getDate() - 1)
  return start.getTime()
}

/** When the business day that this moment belongs to ends, by the clock on the wall. */
export function endOfBusinessDay(atMs: number): number {
  const end = new Date(atMs)
  end.setHours(DAY_ENDS_AT_HOUR, 0, 0, 0)
  if (end.getTime() <= atMs) end.setDate(end.getDate() + 1)
  return end.getTime()
}
