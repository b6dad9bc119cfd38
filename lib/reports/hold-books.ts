import 'server-only'
import { sql, type Transaction } from 'kysely'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { pause } from '#lib/runtime/clock.ts'
import { problem } from '#lib/runtime/problem.ts'

const MOST_TRIES = 50
const PAUSE_MS = 40
/** What PostgreSQL says when a lock that must not be waited for is not to be had. */
const NOT_TO_BE_HAD = '55P03'

/**
 * Runs a transaction while nobody else writes to the books, so that each payment is either in what it reads or later.
 * SQLite has one writer anyway. On PostgreSQL the books are locked without waiting: acts lock rows and trail in either
 * order, so whoever waited for both could stop them and itself.
 */
export async function withBooksHeld<Result>(
  db: Database,
  work: (trx: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    try {
      return await db.transaction().execute(async (trx) => {
        if (trx.getExecutor().adapter.supportsMultipleConnections) {
          await sql`lock table days, orders, money_back, reductions, intents, audit in exclusive mode nowait`.execute(
            trx,
          )
        }
        return work(trx)
      })
    } catch (error) {
      if (!isNotToBeHad(error)) throw error
      await pause(PAUSE_MS)
    }
  }
  throw problem('outcome_unknown', { detail: 'Too much is going on just now. Try again.' })
}

function isNotToBeHad(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === NOT_TO_BE_HAD
}
