import 'server-only'
import type { Transaction } from 'kysely'
import type { Schema } from '#lib/database/schema.ts'
import { dropIntent, followersOf, isUnattended, startQueued, type Intent } from './intents.ts'
import { procedureOf, type Procedures } from './procedure.ts'

/** Makes true in the book what an act begins with. */
export async function startAct(
  trx: Transaction<Schema>,
  intent: Intent,
  procedures: Procedures,
): Promise<void> {
  await procedureOf(procedures, intent.act).start?.(trx, intent)
}

/** When an act has ended, what waited for this begins, and what waited for the opposite never will. */
export async function settleFollowers(
  trx: Transaction<Schema>,
  intent: Intent,
  outcome: 'done' | 'failed',
  procedures: Procedures,
): Promise<void> {
  for (const follower of await followersOf(trx, intent.id)) {
    if (follower.state !== 'queued') continue
    if (follower.after_outcome === outcome) {
      await startQueued(trx, follower)
      await startAct(trx, follower, procedures)
    } else await drop(trx, follower, procedures, isUnattended(intent))
  }
}

async function drop(
  trx: Transaction<Schema>,
  intent: Intent,
  procedures: Procedures,
  wasShown: boolean,
): Promise<void> {
  await dropIntent(trx, intent)
  await procedureOf(procedures, intent.act).drop?.(trx, intent, wasShown)
  for (const follower of await followersOf(trx, intent.id)) {
    await drop(trx, follower, procedures, wasShown)
  }
}
