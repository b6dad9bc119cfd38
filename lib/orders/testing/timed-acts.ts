import 'server-only'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Order } from '#contract/order.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { readSpot } from '#lib/floor/read-spots.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { settleOtherwise } from '#lib/payments/settle-otherwise.ts'
import { saveSettings } from '#lib/settings/settings.ts'
import { closeSpot } from '../close-spot.ts'
import { deleteOrder } from '../delete-order.ts'
import { editOrder } from '../edit-order.ts'
import { endAfterLateClose } from '../end-after-late-close.ts'
import { offerAgain } from '../offer-again.ts'
import { describeOrder } from '../book/order-book.ts'
import { deleteNow, dropDeletion, keepOrder } from '../put-off-deletion.ts'
import { sendOrder } from '../send-order.ts'
import { draft, manager, settled, until, waiter } from './evening.ts'
import { tablesOf } from './tables.ts'

const creation = { method: 'POST', path: '/transaction$' }

const remove = ({ id: orderId, version }: Order) =>
  deleteOrder({ orderId, version, reason: 'Typed wrong', ...waiter })

/** As if the order had been asked for so much earlier. */
async function ago(orderId: string, ms: number): Promise<void> {
  const db = await database()
  await db
    .updateTable('intents')
    .set((is) => ({
      created_at: is('created_at', '-', ms),
      asked_at: is('asked_at', '-', ms),
    }))
    .where('order_id', '=', orderId)
    .execute()
}

/** Acts that begin later, and orders that wait so long for the wallet that a person decides. */
export function testTimedActs(house: House): void {
  const table = tablesOf(house, 'TIMED')
  const goAway = () => house.control('faults', { match: creation, times: 1000, kind: 'refuse' })
  const comeBack = () => house.control('calm', {})

  test('a deletion waits, can be undone at no call, and is then forgotten', async () => {
    const order = await table().submit(500)
    const deleting = await remove(order)
    assert.equal(deleting.status, 'pending')
    assert.equal(deleting.work?.outcome, 'scheduled')
    const undoMs = (deleting.work.dueAt ?? 0) - deleting.work.since
    assert.ok(undoMs > 7000 && undoMs <= 8000)
    await assert.rejects(
      editOrder({
        intentId: randomUUID(),
        orderId: order.id,
        version: order.version,
        edit: draft(600),
        ...waiter,
      }),
      { code: 'conflict' },
    )
    const kept = await keepOrder(order.id, waiter.actor)
    assert.deepEqual(kept, order)
    await assert.rejects(keepOrder(order.id, waiter.actor), { code: 'conflict' })
    assert.deepEqual(await table().payable(), [order.transactionKey])
  })

  test('law 4: a deletion that is done now, and one whose time has come, leave nothing payable', async () => {
    const one = await table().submit(500)
    await remove(one)
    assert.equal((await deleteNow(one.id, waiter.actor)).closedAs, 'deleted')
    const db = await database()
    await saveSettings(db, manager.actor, { undoSeconds: 1 })
    const other = await table().submit(500)
    await remove(other)
    await saveSettings(db, manager.actor, { undoSeconds: 8 })
    assert.equal((await settled(other.id)).closedAs, 'deleted')
    assert.deepEqual(await table().payable(), [])
    await table().nothingHangs()
  })

  test('with no time to undo, a deletion goes out at once', async () => {
    const db = await database()
    await saveSettings(db, manager.actor, { undoSeconds: 0 })
    assert.equal((await remove(await table().submit(500))).closedAs, 'deleted')
    await saveSettings(db, manager.actor, { undoSeconds: 8 })
    assert.deepEqual(await table().payable(), [])
  })

  test('a guest who pays while a deletion waits wins, and the order says so', async () => {
    const order = await table().submit(500)
    await remove(order)
    await house.control('reserve', { guest: table().guest, transactionKey: order.transactionKey })
    const tooLate = await deleteNow(order.id, waiter.actor)
    assert.equal(tooLate.status, 'reserved')
    assert.equal(tooLate.notice, 'deletion_dropped')

    const other = await table().submit(600)
    await remove(other)
    await dropDeletion(await database(), other.id)
    const kept = await describeOrder(await database(), other.id)
    assert.equal(kept.work, undefined)
    assert.equal(kept.notice, 'deletion_dropped')
  })

  test('freeing a table does not wait for a deletion', async () => {
    await remove(await table().submit(500))
    assert.equal(await closeSpot({ spotId: table().spotId, endsUnpaid: false, ...waiter }), true)
    await table().nothingHangs()
  })

  test('law 9: an order that is not certainly sent can be cancelled after a minute, and not before', async () => {
    await goAway()
    const intentId = randomUUID()
    const order = await table().submit(500, 1, intentId)
    assert.equal(order.status, 'sending')
    await assert.rejects(remove(order), { code: 'conflict' })
    await ago(order.id, 61_000)
    const cancelled = await remove(order)
    assert.equal(cancelled.closedAs, 'cancelled')
    await comeBack()
    assert.equal((await table().submit(500, 1, intentId)).closedAs, 'cancelled')
    assert.deepEqual(await table().payable(), [])
    await table().nothingHangs()
  })

  test('law 3: an order that arrived after all and is being paid is not cancelled but adopted', async () => {
    const match = { method: 'POST', path: '/order$' }
    await house.control('faults', { match, times: 1, kind: 'timeout_after' })
    const spotRead = { method: 'GET', path: '/spot/' }
    await house.control('faults', { match: spotRead, times: 100, kind: 'refuse' })
    const order = await table().submit(500)
    const [key] = await table().payable()
    await house.control('reserve', { guest: table().guest, transactionKey: key })
    await ago(order.id, 61_000)
    await assert.rejects(remove(order), { code: 'conflict' })
    await comeBack()
    const adopted = await describeOrder(await database(), order.id)
    assert.equal(adopted.status, 'reserved')
    assert.equal(adopted.transactionKey, key)
  })

  test('law 9: cash taken while the wallet is away is recorded at once, and nobody is asked afterwards', async () => {
    await goAway()
    const order = await table().submit(500)
    const taken = await settleOtherwise({
      orderId: order.id,
      settlement: { with: 'cash' },
      actor: waiter.actor,
    })
    assert.equal(taken.settledWith, 'cash')
    await comeBack()
    assert.equal((await settled(order.id)).closedAs, 'settled')
    assert.deepEqual(await table().payable(), [])
    await table().nothingHangs()
  })

  test('law 9: an order that waited three minutes goes out only after a person has said so', async () => {
    await goAway()
    const order = await table().submit(500)
    await ago(order.id, 181_000)
    await comeBack()
    const asking = await until(order.id, ({ work }) => work?.outcome === 'asking')
    assert.equal(asking.status, 'sending')
    assert.deepEqual(await table().payable(), [])
    const sent = await sendOrder(order.id, waiter.actor)
    assert.equal(sent.status, 'pending')
    assert.deepEqual(await table().payable(), [sent.transactionKey])
    await assert.rejects(sendOrder(order.id, waiter.actor), { code: 'conflict' })
  })

  test('the orders of guests whom a late close has signed out hold nothing payable and can be offered again', async () => {
    const { spotId, guest } = table()
    const match = { method: 'PUT', path: `/spot/${spotId}/close` }
    await house.control('faults', { match, times: 1, kind: 'late', delayMs: 600_000 })
    await table().submit(400)
    assert.equal(await closeSpot({ spotId, endsUnpaid: true, ...manager }), false)
    await untilClosed(spotId)

    const scanNext = () => house.scan(`next ${guest}`, guest.replace(' guest', ''))
    await scanNext()
    await readSpot(spotId, 'person')
    const order = await table().submit(500)
    const db = await database()
    await house.control('advance', { seconds: 600 })
    assert.equal((await readSpot(spotId, 'person'))?.status, 'closed')
    await endAfterLateClose(db)
    const ended = await describeOrder(db, order.id)
    assert.equal(ended.closedAs, 'ended_by_wallet')
    await table().nothingHangs()

    await scanNext()
    await readSpot(spotId, 'person')
    const { id: orderId, version } = order
    const offered = await offerAgain({
      intentId: randomUUID(),
      orderId,
      version,
      draft: undefined,
      ...waiter,
    })
    assert.deepEqual(await table().payable(), [offered.transactionKey])
  })
}

async function untilClosed(spotId: number): Promise<void> {
  const floor = await liveFloor()
  for (;;) {
    const changed = new Promise<void>((resolve) => floor.hub.onNextChange(resolve))
    if (floor.spot(spotId)?.status === 'closed') return
    await changed
  }
}
