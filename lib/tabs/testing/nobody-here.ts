import 'server-only'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { tileState } from '#contract/floor.ts'
import { database } from '#lib/database/connection.ts'
import { readSpot } from '#lib/floor/read-spots.ts'
import { listUnsettled } from '#lib/orders/book/list-unsettled.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { describeSpot } from '#lib/orders/book/describe-spot.ts'
import { closeEmpty } from '#lib/orders/close-empty.ts'
import { submitOrder } from '#lib/orders/submit-order.ts'
import { draft, manager, waiter } from '#lib/orders/testing/evening.ts'
import { changeTable } from '#lib/tables/change-table.ts'
import { shown } from '#lib/tables/shown.ts'
import { KeptTable } from './house-with-tables.ts'

async function countAt(spotId: number): Promise<number | undefined> {
  return (await describeSpot(spotId)).table?.nobodyHere
}

/** Codes that are scanned by people who do not sit there, and tables out of service. */
export function testPresence(house: House): void {
  test('law 7: "nobody here" frees a waiting table and counts once for each visit', async () => {
    const table = await KeptTable.register(house, 'PHOTOGRAPHED')
    for (const times of [1, 2, 3]) {
      const spotId = await table.scan(`somebody at home ${times}`)
      assert.equal(await closeEmpty(spotId, waiter.actor), true)
      assert.equal(await countAt(spotId), times)
      assert.equal(tileState(await table.tile()), 'free')
    }
    assert.deepEqual(await table.trail(), Array(3).fill('table.nobody_here'))
  })

  test('"nobody here" is refused where nobody waits, where anything was asked and where there is no table', async () => {
    const table = await KeptTable.register(house, 'SOMEBODY')
    const spotId = await table.scan()
    const submit = () =>
      submitOrder({ intentId: randomUUID(), spotId, draft: draft(300), ...waiter })
    const refusal = { match: { method: 'POST' }, times: 1, kind: 'status_before', status: 403 }
    await house.control('faults', { ...refusal, body: { error: 'forbidden' } })
    await assert.rejects(submit(), { code: 'wallet_refused' })
    const asked = 'Somebody has been asked to pay at this table.'
    await assert.rejects(closeEmpty(spotId, waiter.actor), { code: 'conflict', detail: asked })

    await submit()
    await readSpot(spotId, 'person')
    const nobodyWaits = { code: 'conflict', detail: 'No guest is waiting at this table.' }
    await assert.rejects(closeEmpty(spotId, waiter.actor), nobodyWaits)
    assert.equal(await countAt(spotId), 0)
    const stranger = await house.scan('a stranger', 'NO SUCH TABLE')
    await assert.rejects(closeEmpty(stranger, waiter.actor), nobodyWaits)
  })

  test('what the wallet does not answer counts once, when the table is known to be free', async () => {
    const table = await KeptTable.register(house, 'UNANSWERED')
    const spotId = await table.scan()
    await house.control('faults', { match: { path: '/spot/' }, times: 1000, kind: 'reset_after' })
    assert.equal(await closeEmpty(spotId, waiter.actor), false)
    assert.equal(await closeEmpty(spotId, manager.actor), false)
    assert.equal(await countAt(spotId), 0)
    await house.control('calm', {})
    const { hub } = await liveFloor()
    for (;;) {
      const changed = new Promise<void>((resolve) => hub.onNextChange(resolve))
      const { closes } = await listUnsettled()
      if (!closes.some((close) => close.spotId === spotId)) break
      await changed
    }
    assert.equal(await countAt(spotId), 1)
    assert.equal(tileState(await table.tile()), 'free')
  })

  test('law 6: a table out of service says so, and who waits there is seen all the same', async () => {
    const table = await KeptTable.register(house, 'RESTS')
    const db = await database()
    const put = (state: 'resting' | 'in_use', version: number) =>
      shown(changeTable(db, manager.actor, table.tableId, { state }, version))
    await put('resting', 1)
    assert.equal(tileState(await table.tile()), 'resting')
    await table.scan()
    const tile = await table.tile()
    assert.deepEqual([tileState(tile), tile.isResting], ['waiting', true])
    await put('in_use', 2)
    assert.equal((await table.tile()).isResting, undefined)
  })
}
