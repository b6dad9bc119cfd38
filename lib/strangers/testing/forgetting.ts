import 'server-only'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { readSpot } from '#lib/floor/read-spots.ts'
import { closeSpot } from '#lib/orders/close-spot.ts'
import { submitOrder } from '#lib/orders/submit-order.ts'
import { draft, manager } from '#lib/orders/testing/evening.ts'
import { now } from '#lib/runtime/clock.ts'
import { closeNextOfFlood, closeNextStranger } from '../close-strangers.ts'
import { forgetStrangers, MOST_KEPT } from '../forget-strangers.ts'
import type { StrangerHouse } from './stranger-house.ts'

const DAY_MS = 24 * 3_600_000

/** So that a thousand made-up codes do not stay for ever. */
export function testForgetting({ comes, comesAgain }: StrangerHouse): void {
  const nothing = { inMind: false, spots: 0, strangers: 0, visits: 0, intents: 0 }
  const asBefore = { inMind: true, spots: 1, strangers: 1, visits: 1, intents: 1 }

  test('law 7: a code that nobody has used for a month is forgotten, a later one is not', async () => {
    const [old, young] = [await comes(), await comes()]
    await closeNextStranger()
    await closeNextStranger()
    await lastSeen(old.spotId, 31)
    await lastSeen(young.spotId, 29)
    await forget()
    assert.deepEqual(await keptOf(old.spotId), nothing)
    assert.deepEqual(await keptOf(young.spotId), asBefore)
  })

  test('law 5: a code that an order was made for is never forgotten, nor one where somebody waits', async () => {
    const [paid, waits] = [await comes('PAID'), await comes('WAITS')]
    const { spotId } = paid
    const order = { intentId: randomUUID(), spotId, draft: draft(300), actor: manager.actor }
    await submitOrder(order)
    await closeSpot({ spotId, endsUnpaid: true, ...manager })
    await lastSeen(spotId, 400)
    await lastSeen(waits.spotId, 400)
    await forget()
    assert.equal((await keptOf(spotId)).spots, 1)
    assert.equal((await keptOf(waits.spotId)).inMind, true)
    await closeNextStranger()
  })

  test('law 7: one code that comes back without end leaves its last visits and a count', async () => {
    const stranger = await comes('ENDLESS')
    for (let time = 0; time < 25; time += 1) {
      await closeNext()
      await readSpot(stranger.spotId, 'person')
      await comesAgain(stranger, 'ENDLESS')
    }
    await closeNext()
    await forget()
    const db = await database()
    const visits = await db
      .selectFrom('visits')
      .select('id')
      .where('spot_id', '=', stranger.spotId)
      .execute()
    assert.equal(visits.length, 20)
    const { visits: counted } = await db
      .selectFrom('strangers')
      .select('visits')
      .where('spot_id', '=', stranger.spotId)
      .executeTakeFirstOrThrow()
    assert.equal(counted, 26)
  })

  test('law 7: of closed codes only so many are kept, those seen last, and the rest of a flood goes', async () => {
    const floor = await liveFloor()
    const at = now()
    const flood = Array.from({ length: MOST_KEPT + 300 }, (_, index) => ({
      id: 1_000_000 + index,
      status: 'closed' as const,
      identifier: `FLOOD ${index}`,
      placeInfo: { locationId: 3 },
    }))
    for (const part of [flood.slice(0, 300), flood.slice(300)]) {
      const when = part.length === 300 ? at - DAY_MS : at
      const list = { kind: 'list', status: null, startedAt: when, at: when } as const
      await floor.learn({ ...list, spots: part })
    }
    await forget()
    const kept = [...floor.spots().values()].filter((spot) => floor.house.isStranger(spot))
    const closed = kept.filter(({ status }) => status === 'closed')
    const unordered = closed.filter(({ identifier }) => identifier !== 'PAID')
    assert.ok(unordered.length <= MOST_KEPT, `${unordered.length} kept`)
    assert.equal(floor.spots().has(1_000_000), false, 'of the older ones none')
    assert.equal(floor.spots().has(1_000_000 + 300 + MOST_KEPT / 2), true)
    const db = await database()
    const rows = await db.selectFrom('spots').select('id').where('id', '>=', 1_000_000).execute()
    assert.ok(rows.length <= MOST_KEPT)
  })
}

async function lastSeen(spotId: number, daysAgo: number): Promise<void> {
  const db = await database()
  await db
    .updateTable('strangers')
    .set({ last_seen_at: now() - daysAgo * DAY_MS })
    .where('spot_id', '=', spotId)
    .execute()
}

async function forget(): Promise<void> {
  await forgetStrangers(await database(), await liveFloor())
}

async function keptOf(spotId: number) {
  const db = await database()
  const isIn = async (table: 'spots' | 'visits' | 'strangers' | 'intents') => {
    const column = table === 'spots' ? 'id' : 'spot_id'
    const query = db.selectFrom(table).selectAll().where(column, '=', spotId)
    return (await query.execute()).length
  }
  return {
    inMind: (await liveFloor()).spots().has(spotId),
    spots: await isIn('spots'),
    strangers: await isIn('strangers'),
    visits: await isIn('visits'),
    intents: await isIn('intents'),
  }
}

/** Many in an hour are a flood. */
async function closeNext(): Promise<void> {
  await closeNextStranger()
  await closeNextOfFlood()
}
