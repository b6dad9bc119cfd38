import 'server-only'
import type { Transaction } from 'kysely'
import type { NewCounterOrder } from '#contract/counter.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { CounterPlaceTable } from '#lib/database/counter-schema.ts'
import type { Schema } from '#lib/database/schema.ts'
import { COUNTER_AREA } from '#lib/floor/counter-places.ts'
import { now } from '#lib/runtime/clock.ts'
import { inTurn } from '#lib/runtime/in-turn.ts'
import { problem } from '#lib/runtime/problem.ts'
import { refuseOtherCurrency, submitOrder } from './submit-order.ts'

/** Numbers are called out, so they stay short; by then the first ones are long gone. */
const HIGHEST_NUMBER = 99

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
  return inTurn('places at the counter', () =>
    db.transaction().execute(async (trx) => {
      const known = await trx
        .selectFrom('counter_places')
        .selectAll()
        .where('intent_id', '=', intentId)
        .executeTakeFirst()
      if (known && known.given_name !== givenName) throw problem('idempotency_key_reused')
      if (known) return known.spot_id
      const place = nextPlace(intentId, givenName, await lastPlace(trx))
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

function nextPlace(
  intentId: string,
  givenName: string | null,
  last: CounterPlaceTable | undefined,
): CounterPlaceTable {
  return {
    spot_id: (last?.spot_id ?? 0) - 1,
    intent_id: intentId,
    given_name: givenName,
    number: ((last?.number ?? 0) % HIGHEST_NUMBER) + 1,
  }
}

async function lastPlace(trx: Transaction<Schema>): Promise<CounterPlaceTable | undefined> {
  return trx.selectFrom('counter_places').selectAll().orderBy('spot_id').limit(1).executeTakeFirst()
}
