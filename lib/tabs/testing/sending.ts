import 'server-only'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { database } from '#lib/database/connection.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { readSpot } from '#lib/floor/read-spots.ts'
import { closeSpot } from '#lib/orders/close-spot.ts'
import { ordersOfSpot } from '#lib/orders/book/order-book.ts'
import { draft, manager, payableKeys, settled, stateOf } from '#lib/orders/testing/evening.ts'
import { changeTable } from '#lib/tables/change-table.ts'
import { shown } from '#lib/tables/shown.ts'
import { KeptTable } from './house-with-tables.ts'

async function ordersAt(spotId: number) {
  return ordersOfSpot(await database(), spotId)
}

/** How a tab comes before guests who have checked in. */
export function testSending(house: House): void {
  const payable = async (spotId: number) => payableKeys(await stateOf(house), spotId)
  const refuse = (path: string) =>
    house.control('faults', {
      match: { method: 'POST', path },
      times: 1,
      kind: 'status_before',
      status: 403,
      body: { error: 'forbidden' },
    })

  test('a tab is put before the guest by one act, and is empty from then on', async () => {
    const table = await KeptTable.register(house, 'SENDS')
    const kept = await table.keep({ ...draft(450, 2), note: 'by the window' })
    const spotId = await table.scan()
    assert.deepEqual(await payable(spotId), [], 'never by itself')
    const order = await table.send(kept.version)
    assert.deepEqual(
      [order.status, order.lines, order.note, order.totalMinor],
      ['pending', kept.lines, 'by the window', 900],
    )
    assert.equal((await payable(spotId)).length, 1)
    const left = await table.tab()
    assert.deepEqual([left.version, left.lines, left.note], [2, [], undefined])
    const tile = await table.tile()
    assert.deepEqual([tile.tabMinor, tile.unpaidMinor], [undefined, 900])
    assert.deepEqual(await table.trail(), ['tab.keep', 'tab.send'])
  })

  test('law 2: the same request again is the same order, and another one with its key is refused', async () => {
    const table = await KeptTable.register(house, 'SENDS AGAIN')
    const kept = await table.keep()
    const spotId = await table.scan()
    const intentId = randomUUID()
    const [one, other] = await Promise.all([
      table.send(kept.version, intentId),
      table.send(kept.version, intentId),
    ])
    assert.equal(one.id, other.id)
    assert.equal((await payable(spotId)).length, 1)
    await assert.rejects(table.send(2, intentId), { code: 'idempotency_key_reused' })
    await house.control('leave', { guest: 'guest at SENDS AGAIN' })
    await readSpot(spotId, 'person')
    assert.equal((await table.send(kept.version, intentId)).id, one.id)
  })

  test('law 2: of two people who send, settle or change a tab at once one does, and nothing is doubled or lost', async () => {
    const table = await KeptTable.register(house, 'TWO SEND')
    const { version } = await table.keep()
    const spotId = await table.scan()
    const acts = await Promise.allSettled([
      table.send(version),
      table.send(version, randomUUID(), manager),
      table.settle(version),
      table.keep(draft(450, 3), version),
    ])
    assert.equal(acts.filter(({ status }) => status === 'fulfilled').length, 1)
    const kept = (await table.tab()).totalMinor
    const asked = (await ordersAt(spotId)).map((order) => order.total_minor)
    assert.equal(asked.length + (kept > 0 ? 1 : 0), 1)
    const refusals = acts.flatMap((act) => (act.status === 'rejected' ? act.reason : []))
    for (const { code, members } of refusals) {
      assert.deepEqual([code, members.isOutdated, members.tab.version], ['conflict', true, 2])
    }
  })

  test('a tab is not sent where nobody is, nor where nothing is kept', async () => {
    const table = await KeptTable.register(house, 'NOBODY YET')
    const { version } = await table.keep()
    await assert.rejects(table.send(version), { code: 'conflict' })
    const spotId = await table.scan()
    await closeSpot({ spotId, endsUnpaid: true, ...manager })
    await assert.rejects(table.send(version), { code: 'conflict' })
    assert.equal((await table.tab()).version, version)
    const empty = await KeptTable.register(house, 'EMPTY')
    await empty.scan()
    await assert.rejects(empty.send(0), { code: 'conflict' })
  })

  test('what the wallet refuses is on the tab again, and not an order that could be asked as well', async () => {
    const table = await KeptTable.register(house, 'REFUSED')
    const { lines, version } = await table.keep({ ...draft(450, 2), discountMinor: 50 })
    const spotId = await table.scan()
    await refuse('/transactions?$')
    await assert.rejects(table.send(version), { code: 'wallet_refused' })
    const back = await table.tab()
    assert.deepEqual(
      [back.version, back.lines, back.discountMinor, back.changedBy],
      [3, lines, 50, 'Spotboard'],
    )
    assert.equal((await table.tile()).tabMinor, 850)
    const [order] = await ordersAt(spotId)
    assert.deepEqual([order?.status, order?.closed_as], ['closed', 'back_on_tab'])
    assert.deepEqual(await table.trail(), ['tab.keep', 'tab.send', 'tab.put_back'])
    assert.equal((await table.send(back.version)).status, 'pending')
  })

  test('what comes back stands above what was kept meanwhile', async () => {
    const table = await KeptTable.register(house, 'CAME BACK')
    const { version } = await table.keep({ ...draft(450), note: 'first' })
    const spotId = await table.scan()
    await house.control('faults', {
      match: { path: '^/rest/' },
      times: 1000,
      kind: 'refuse',
    })
    const sending = await table.send(version)
    assert.ok(sending.work)
    await table.keep({ ...draft(200), note: 'second' })
    await house.control('leave', { guest: 'guest at CAME BACK' })
    await house.control('calm', {})
    await readSpot(spotId, 'person')
    assert.equal((await settled(sending.id)).closedAs, 'back_on_tab')
    const { lines, note, totalMinor } = await table.tab()
    assert.deepEqual(
      [lines.map((line) => line.unitPriceMinor), note],
      [[450, 200], 'first · second'],
    )
    assert.equal(totalMinor, 650)
  })

  test('what cannot come back, since the table is retired, stays an order that can be asked again', async () => {
    const table = await KeptTable.register(house, 'GONE')
    const { version } = await table.keep()
    const spotId = await table.scan()
    await house.control('faults', { match: { path: '^/rest/' }, times: 1000, kind: 'refuse' })
    const sending = await table.send(version)
    await shown(
      changeTable(await database(), manager.actor, table.tableId, { state: 'retired' }, 1),
    )
    await house.control('leave', { guest: 'guest at GONE' })
    await house.control('calm', {})
    await readSpot(spotId, 'person')
    assert.equal((await settled(sending.id)).closedAs, 'not_sent')
  })
}
