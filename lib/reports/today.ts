import 'server-only'
import { businessDayOf } from '#contract/business-day.ts'
import { now } from '#lib/runtime/clock.ts'
import { readSettings } from '#lib/settings/settings.ts'
import type { Reader } from './day-book.ts'

/** The business day that it is now, by the clock of the house. */
export async function today(db: Reader): Promise<string> {
  return businessDayOf(now(), await readSettings(db))
}
