import 'server-only'
import { businessDayOf } from '#contract/business-day.ts'
import { database } from '#lib/database/connection.ts'
import { now } from '#lib/runtime/clock.ts'
import { readSettings } from '#lib/settings/settings.ts'

/** The date of the present business day. */
export async function today(): Promise<string> {
  return businessDayOf(now(), await readSettings(await database()))
}
