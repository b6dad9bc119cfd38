import 'server-only'
import type { Transaction } from 'kysely'
import type { NewCounterOrder } from '#contract/counter.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Schema } from '#lib/database/schema.ts'
import { COUNTER_AREA } from '#lib/floor/counter-places.ts'
import { now } from '#lib/runtime/clock.ts'
import { inTurn } from '#lib/runtime/in-turn.ts'
import { problem } from '#lib/runtime/problem.ts'
import { refuseOtherCurrency, submitOrder } from './submit-order.ts'

/** Numbers are called out, so they stay short; by then the first ones are long gone. */
const HIGHEST_NUMBER = 99

/** Places are made one after the other, since each is counted on from the last. */
export const PLACES = 'places of the book'

interface CounterSubmission {
  intentId: string
  order: NewCounterOrder
  actor: Actor
}

/** Asks a guest without a table to pay an order: a place at the counter is made for it, and the rest is as at a table. */
export async function submitAtCounter({
  intentId,
  order: { name, ...draft },
  actor,
}: CounterSubmission) {
  refuseOtherCurrency(draft.currency)
  const spotId = await placeFor(intentId, name ?? null)
  return submitOrder({ intentId, spotId, draft, actor })
}

/** The place of an intent, made once. One that is left without an order, after a crash, stands nowhere. */
export async function placeFor(intentId: string, givenName: string | null): Promise<number> {
  const db = await database()
  return inTurn(PLACES, () =>
    db.transaction().execute(async (trx) => {
      const known = await trx
        .selectFrom('counter_places')
        .selectAll()
        .where('intent_id', '=', intentId)
        .executeTakeFirst()
      if (known && known.given_name !== givenName) throw problem('idempotency_key_reused')
      if (known) return known.spot_id
      const place = {
        spot_id: await nextPlaceId(trx),
        intent_id: intentId,
        given_name: givenName,
        number: await nextNumber(trx),
      }
      await trx.insertInto('counter_places').values(place).execute()
      await trx
        .insertInto('spots')
        .values({
          id: place.spot_id,
          location_id: null,
          identifier: givenName ?? `${COUNTER_AREA} ${place.number}`,
          title: COUNTER_AREA,
          status: 'closed',
          since: now(),
          visit_id: null,
        })
        .execute()
      return place.spot_id
    }),
  )
}

/** The book's own places count downwards, those of tables that nobody has scanned among them. */
export async function nextPlaceId(trx: Transaction<Schema>): Promise<number> {
  const last = await trx
    .selectFrom('spots')
    .select('id')
    .where('id', '<', 0)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return (last?.id ?? 0) - 1
}

async function nextNumber(trx: Transaction<Schema>): Promise<number> {
  const last = await trx
    .selectFrom('counter_places')
    .select('number')
    .orderBy('spot_id')
    .limit(1)
    .executeTakeFirst()
  return ((last?.number ?? 0) % HIGHEST_NUMBER) + 1
}
