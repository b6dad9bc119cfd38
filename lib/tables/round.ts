import 'server-only'
import type { Transaction } from 'kysely'
import * as z from 'zod/mini'
import { Round } from '#contract/round.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { now } from '#lib/runtime/clock.ts'

const KEY = 'sticker_round'

/** When the present sticker round began; how far it is, the tables themselves say. */
export async function readRound(db: Database | Transaction<Schema>): Promise<Round> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', KEY)
    .executeTakeFirst()
  return row ? z.parse(Round, JSON.parse(row.value)) : { beganAt: null, beganBy: null }
}

/** Begins a round, in which no table is ticked yet. When each was scanned before stays known. */
export async function beginRound(db: Database, actor: Actor): Promise<Round> {
  return db.transaction().execute(async (trx) => {
    const before = await readRound(trx)
    const round = { beganAt: now(), beganBy: actor.name }
    const value = JSON.stringify(round)
    await trx
      .insertInto('settings')
      .values({ key: KEY, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute()
    await recordAct(trx, {
      actor,
      act: 'round.begin',
      subject: 'tables',
      outcome: 'done',
      detail: { from: before, to: round },
    })
    return round
  })
}
