import 'server-only'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Tile } from '#contract/floor.ts'
import { tileState } from '#contract/floor.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { readSpot } from '#lib/floor/read-spots.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { settleOtherwise } from '#lib/payments/settle-otherwise.ts'
import { closeSpot } from '../close-spot.ts'
import { listUnsettled } from '../book/list-unsettled.ts'
import { moveOrder } from '../move-order.ts'
import { sendOrder } from '../send-order.ts'
import { manager, settled, until, waiter } from './evening.ts'
import { tablesOf } from './tables.ts'

async function tileAt(spotId: number): Promise<Tile> {
  const tile = (await liveFloor()).hub.current().tiles.find((one) => one.spot?.id === spotId)
  assert.ok(tile)
  return tile
}

/** Asserts that the floor and the list of everything unsettled agree about a spot, and on this number. */
async function stillOpenAt(spotId: number, count: number): Promise<void> {
  const { orders, closes } = await listUnsettled()
  const rows = [...orders.map(({ order }) => order.spotId), ...closes.map((close) => close.spotId)]
  const listed = rows.filter((row) => row === spotId).length
  assert.deepEqual([(await tileAt(spotId)).unsettled, listed], [count, count])
}

/** What the floor says of the list of everything unsettled without reading it. */
export function testStillOpen(house: House): void {
  const table = tablesOf(house, 'COUNTED')
  const cutOff = (method: string, path: string) =>
    house.control('faults', { match: { method, path }, times: 1000, kind: 'refuse' })
  const comeBack = () => house.control('calm', {})

  test('the floor counts what is unpaid and what is held, and not what has ended', async () => {
    const { spotId, submit } = table()
    await stillOpenAt(spotId, 0)
    const order = await submit(500)
    await submit(600)
    await stillOpenAt(spotId, 2)
    await settleOtherwise({ orderId: order.id, settlement: { with: 'card' }, actor: waiter.actor })
    await stillOpenAt(spotId, 1)
  })

  test('law 9: cash that waits for the wallet stays counted until it is out of the app', async () => {
    const { spotId, submit } = table()
    const order = await submit(500)
    await cutOff('GET', `/transaction/${order.transactionKey}`)
    await settleOtherwise({ orderId: order.id, settlement: { with: 'cash' }, actor: waiter.actor })
    assert.equal((await tileAt(spotId)).unpaidMinor, 0)
    await stillOpenAt(spotId, 1)
    await comeBack()
    await settled(order.id)
    await stillOpenAt(spotId, 0)
  })

  test('a table of which it is not known whether it is free is counted', async () => {
    const { spotId } = table()
    const match = { method: 'PUT', path: `/spot/${spotId}/close` }
    await house.control('faults', { match, times: 1, kind: 'late', delayMs: 600_000 })
    await cutOff('GET', `/spot/${spotId}`)
    assert.equal(await closeSpot({ spotId, endsUnpaid: false, ...manager }), false)
    await stillOpenAt(spotId, 1)
    await comeBack()
  })

  test('law 9: an order that asks whether it is still wanted makes its tile ask, until a person has said so', async () => {
    const { spotId, submit } = table()
    await cutOff('POST', '/transaction$')
    const order = await submit(500)
    assert.equal(tileState(await tileAt(spotId)), 'waiting')
    await (
      await database()
    )
      .updateTable('intents')
      .set((is) => ({ asked_at: is('asked_at', '-', 181_000) }))
      .where('order_id', '=', order.id)
      .execute()
    await comeBack()
    const { work } = await until(order.id, ({ work: now }) => now?.outcome === 'asking')
    const tile = await tileAt(spotId)
    assert.deepEqual([tileState(tile), tile.askingSince], ['asking', work?.since])
    await stillOpenAt(spotId, 1)
    await sendOrder(order.id, waiter.actor)
    await readSpot(spotId, 'person')
    assert.equal(tileState(await tileAt(spotId)), 'open')
    await stillOpenAt(spotId, 1)
  })

  test('an order on its way to another table is counted at both, and where the move fails at one again', async () => {
    const { spotId, guest, submit } = table()
    const target = await house.scan(`friend of ${guest}`, `${guest} friend`)
    await readSpot(target, 'person')
    const order = await submit(500)
    await cutOff('DELETE', '/order/')
    const { id: orderId, version } = order
    const move = { intentId: randomUUID(), orderId, version, spotId: target, actor: waiter.actor }
    await moveOrder(move)
    await stillOpenAt(spotId, 1)
    await stillOpenAt(target, 1)
    await house.control('reserve', { guest, transactionKey: order.transactionKey })
    await comeBack()
    await until(orderId, ({ status, work: now }) => status === 'reserved' && !now)
    await stillOpenAt(spotId, 1)
    await stillOpenAt(target, 0)
  })
}
