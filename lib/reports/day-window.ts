import 'server-only'
import {
  boundsOfDay,
  businessDayOf,
  dateAfter,
  type DayBounds,
  type DayRule,
} from '#contract/business-day.ts'
import { now } from '#lib/runtime/clock.ts'
import { problem } from '#lib/runtime/problem.ts'
import { readSettings } from '#lib/settings/settings.ts'
import type { Reader } from './day-book.ts'

export interface DayWindow {
  date: string
  today: string
  rule: DayRule
  /** By the clock on the wall. */
  nominal: DayBounds
  /** What counts on it: a day that is closed before its hour ends then, and the next one goes on from there. */
  bounds: DayBounds
}

/** From when to when a business day counts; throws `not_found` for one that has not begun. */
export async function dayWindow(db: Reader, date: string): Promise<DayWindow> {
  const { timeZone, dayEndsAtHour } = await readSettings(db)
  const rule = { timeZone, dayEndsAtHour }
  const today = businessDayOf(now(), rule)
  if (date > today) throw problem('not_found', { detail: 'This day has not begun.' })
  const nominal = boundsOfDay(date, rule)
  const before = await endOfClosed(db, dateAfter(date, -1))
  const own = await endOfClosed(db, date)
  const bounds = { fromMs: before ?? nominal.fromMs, untilMs: own ?? nominal.untilMs }
  return { date, today, rule, nominal, bounds }
}

async function endOfClosed(db: Reader, date: string): Promise<number | undefined> {
  const day = await db
    .selectFrom('days')
    .select('until_at')
    .where('date', '=', date)
    .executeTakeFirst()
  return day?.until_at
}
