import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { now } from '#lib/runtime/clock.ts'
import type { BelievedSpot } from './merge.ts'

/** The floor as it was last believed, so that ages survive a restart (law 6). */
export async function loadSpots(db: Database): Promise<Map<number, BelievedSpot>> {
  // Places at the counter are kept beside them, and no wallet knows them.
  const rows = await db.selectFrom('spots').selectAll().where('id', '>', 0).execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        locationId: row.location_id,
        identifier: row.identifier,
        title: row.title,
        status: row.status,
        since: row.since,
        knownFrom: 0,
        knownAt: 0,
      },
    ]),
  )
}

/** Keeps what is believed about a spot; a visit begins when it stops being closed and ends when it is closed. */
export async function saveSpot(trx: Transaction<Schema>, spot: BelievedSpot): Promise<void> {
  const facts = {
    location_id: spot.locationId,
    identifier: spot.identifier,
    title: spot.title,
    status: spot.status,
    since: spot.since,
  }
  await trx
    .insertInto('spots')
    .values({ id: spot.id, ...facts, visit_id: null })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(facts))
    .execute()
  if (spot.status === 'closed') await endVisit(trx, spot.id)
  else await presentVisit(trx, spot.id)
}

/** The id of the visit at a spot, which begins now if there is none. The spot must be known. */
export async function presentVisit(trx: Transaction<Schema>, spotId: number): Promise<string> {
  const { visit_id: present } = await trx
    .selectFrom('spots')
    .select('visit_id')
    .where('id', '=', spotId)
    .executeTakeFirstOrThrow()
  if (present !== null) return present
  const id = randomUUID()
  await trx
    .insertInto('visits')
    .values({ id, spot_id: spotId, started_at: now(), ended_at: null, first_order_at: null })
    .execute()
  await trx.updateTable('spots').set({ visit_id: id }).where('id', '=', spotId).execute()
  return id
}

async function endVisit(trx: Transaction<Schema>, spotId: number): Promise<void> {
  await trx
    .updateTable('visits')
    .set({ ended_at: now() })
    .where('spot_id', '=', spotId)
    .where('ended_at', 'is', null)
    .execute()
  await trx.updateTable('spots').set({ visit_id: null }).where('id', '=', spotId).execute()
}

/** Deletes all that is kept of these spots where no order was ever made; answers which of them those are. */
export async function forgetSpots(
  db: Database,
  spotIds: readonly number[],
): Promise<ReadonlySet<number>> {
  if (spotIds.length === 0) return new Set()
  return db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('spots')
      .select('id')
      .where('id', 'in', spotIds)
      .where('visit_id', 'is', null)
      .where('id', 'not in', trx.selectFrom('orders').select('spot_id'))
      .where(
        'id',
        'not in',
        trx.selectFrom('intents').select('spot_id').where('state', 'in', ['running', 'queued']),
      )
      .execute()
    const ids = rows.map(({ id }) => id)
    if (ids.length === 0) return new Set<number>()
    for (const table of ['intents', 'goings', 'visits', 'strangers'] as const) {
      await trx.deleteFrom(table).where('spot_id', 'in', ids).execute()
    }
    await trx.deleteFrom('spots').where('id', 'in', ids).execute()
    return new Set(ids)
  })
}
