import 'server-only'
import { now } from '#lib/runtime/clock.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import { database } from './connection.ts'

/** Anybody may ask, so asking often must not mean writing often. */
const KEPT_MS = 5000

/** Throws unless the database takes a write now, or took one in the last five seconds; a full disk can still be read. */
export function checkDatabase(): Promise<void> {
  const last = oncePerProcess('database-check', () => ({
    at: -Infinity,
    outcome: Promise.resolve(),
  }))
  if (now() - last.at >= KEPT_MS) {
    last.at = now()
    last.outcome = write()
  }
  return last.outcome
}

async function write(): Promise<void> {
  const value = String(now())
  const db = await database()
  await db
    .insertInto('meta')
    .values({ key: 'checked_at', value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
