import 'server-only'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { readSpot } from '#lib/floor/read-spots.ts'
import { describeSpot } from '#lib/orders/book/describe-spot.ts'
import { manager, waiter } from '#lib/orders/testing/evening.ts'
import { addTables } from '#lib/tables/add-tables.ts'
import { closeNextStranger } from '../close-strangers.ts'
import { isWaitingStranger, keepStranger } from '../keep-stranger.ts'
import { REGISTERED, type StrangerHouse } from './stranger-house.ts'

/** What people do about a stranger, and what they are told. */
export function testKeeping({ house, comes, comesAgain, tile, trail, grace }: StrangerHouse): void {
  test('law 10: one that somebody wants open stays open for this visit, and the trail says who', async () => {
    const { spotId, guest } = await comes('KEPT 1')
    assert.equal(await isWaitingStranger(spotId), true)
    await keepStranger(spotId, waiter.actor)
    await keepStranger(spotId, waiter.actor)
    assert.equal((await tile(spotId))?.closesAt, undefined)
    await closeNextStranger()
    assert.equal(await statusOf(spotId), 'waiting')
    const acts = (await trail(spotId)).map(({ act, who }) => `${String(who)}: ${String(act)}`)
    assert.deepEqual(acts, ['Waiter: spot.keep_open'])
    assert.equal((await describeSpot(spotId)).stranger?.staysOpen, true)

    await house.control('leave', { guest })
    assert.equal(await statusOf(spotId), 'closed')
    await comesAgain({ spotId, guest }, 'KEPT 1')
    await closeNextStranger()
    assert.equal(await statusOf(spotId), 'closed', 'the next visit is another one')
    await assert.rejects(keepStranger(spotId, waiter.actor), { code: 'conflict' })
  })

  test('law 7: a code that comes back again and again is closed again, and counted', async () => {
    const stranger = await comes('AGAIN')
    await closeNextStranger()
    await comesAgain(stranger, 'AGAIN')
    await closeNextStranger()
    await comesAgain(stranger, 'AGAIN')
    const { stranger: facts } = await describeSpot(stranger.spotId)
    assert.partialDeepStrictEqual(facts, { visits: 3, closed: 2, near: null, locationId: 3 })
    await closeNextStranger()
  })

  test('law 7: a near miss is named, and is no alias', async () => {
    const { spotId } = await comes('TABEL 77')
    const { stranger, name } = await describeSpot(spotId)
    assert.deepEqual(stranger?.near, { identifier: REGISTERED, name: 'Seven' })
    assert.equal(name, 'TABEL 77')
    await closeNextStranger()
    assert.equal(await statusOf(spotId), 'closed')
  })

  test('law 7: what is adopted as a table is no stranger any more and is not closed', async () => {
    await grace(60)
    const { spotId } = await comes('ADOPTED')
    const table = { locationId: 3, identifier: 'ADOPTED', name: 'New', area: null, seats: null }
    await addTables(await database(), manager.actor, { tables: [table] })
    await (await liveFloor()).tablesChanged()
    await grace(0)
    await closeNextStranger()
    assert.equal(await statusOf(spotId), 'waiting')
    const adopted = await tile(spotId)
    assert.deepEqual([adopted?.name, adopted?.isStranger], ['New', undefined])
    assert.equal((await describeSpot(spotId)).stranger, undefined)
  })
}

async function statusOf(spotId: number): Promise<string | undefined> {
  return (await readSpot(spotId, 'person'))?.status
}
