import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import * as z from 'zod/mini'
import type { Floor } from '#contract/floor.ts'
import { recordAct, spotboard, type Actor } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { problem } from '#lib/runtime/problem.ts'
import { readSettings } from '#lib/settings/settings.ts'

const KEY = 'stranger_burst'
const MINUTE_MS = 60_000

/** Many codes of no register in a short time: one alarm, until a person has said that they have seen it. */
const Burst = z.object({
  id: z.string(),
  /** When the first of them came. */
  since: z.int(),
  codes: z.int(),
  /** They have stopped coming, so that the next ones are another burst. */
  isOver: z.boolean(),
  seenBy: z.nullable(z.string()),
})
type Burst = z.infer<typeof Burst>

export type ShownBurst = NonNullable<Floor['burst']>

/**
 * Looks at how many codes have come lately. Enough of them are a burst, which lasts until fewer come: whatever belongs
 * to it raises no second alarm, also where somebody has seen the first. Answers what screens are to show.
 */
export async function lookForBurst(db: Database, now: number): Promise<ShownBurst | null> {
  const burst = await db.transaction().execute(async (trx) => {
    const before = await readBurst(trx)
    const { burstCodes, burstMinutes } = await readSettings(trx)
    const from = now - burstMinutes * MINUTE_MS
    const lately = await comeSince(trx, from)
    const after = burstAfter(before, lately.codes >= burstCodes ? lately.first : null)
    if (!after) return after
    const { codes } = after.isOver ? after : await comeSince(trx, after.since)
    const counted = { ...after, codes: Math.max(after.codes, codes) }
    if (JSON.stringify(counted) === JSON.stringify(before)) return counted
    await writeBurst(trx, counted)
    if (counted.id !== before?.id) {
      await recordAct(trx, {
        actor: spotboard,
        act: 'strangers.burst',
        subject: `burst ${counted.id}`,
        outcome: 'done',
        detail: { codes: counted.codes, burstCodes, burstMinutes },
      })
    }
    return counted
  })
  return shown(burst)
}

/** What screens showed before the process started. */
export async function burstNow(db: Database): Promise<ShownBurst | null> {
  return shown(await readBurst(db))
}

/** Somebody has seen it, so no screen shows it any more. Throws `conflict` where that is another one by now. */
export async function acknowledgeBurst(db: Database, actor: Actor, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const burst = await readBurst(trx)
    if (burst?.id !== id) {
      throw problem('conflict', { detail: 'There is another alarm by now, or none.' })
    }
    if (burst.seenBy !== null) return
    await writeBurst(trx, { ...burst, seenBy: actor.name })
    await recordAct(trx, {
      actor,
      act: 'strangers.acknowledge',
      subject: `burst ${id}`,
      outcome: 'done',
      detail: { codes: burst.codes },
    })
  })
}

/** `first` is when the first of enough codes came; null where fewer have come lately. */
function burstAfter(before: Burst | null, first: number | null): Burst | null {
  if (first === null) return before && { ...before, isOver: true }
  if (before && !before.isOver) return before
  return { id: randomUUID(), since: first, codes: 0, isOver: false, seenBy: null }
}

function shown(burst: Burst | null): ShownBurst | null {
  if (!burst || burst.seenBy !== null) return null
  const { id, since, codes } = burst
  return { id, since, codes }
}

async function comeSince(trx: Transaction<Schema>, time: number) {
  const { codes, first } = await trx
    .selectFrom('strangers')
    .select(({ fn }) => [
      fn.countAll<number | string>().as('codes'),
      fn.min('last_seen_at').as('first'),
    ])
    .where('last_seen_at', '>=', time)
    .executeTakeFirstOrThrow()
  return { codes: Number(codes), first }
}

async function readBurst(db: Database | Transaction<Schema>): Promise<Burst | null> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', KEY)
    .executeTakeFirst()
  return row ? z.parse(Burst, JSON.parse(row.value)) : null
}

async function writeBurst(trx: Transaction<Schema>, burst: Burst): Promise<void> {
  const value = JSON.stringify(burst)
  await trx
    .insertInto('settings')
    .values({ key: KEY, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
