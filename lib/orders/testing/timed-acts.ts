import 'server-only'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { beforeEach, test } from 'node:test'
import type { Order } from '#contract/order.ts'
import { database } from '#lib/database/connection.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { readSpot } from '#lib/floor/read-spots.ts'
import { settleOtherwise } from '#lib/payments/settle-otherwise.ts'
import { saveSettings } from '#lib/settings/settings.ts'
import { closeSpot } from '../close-spot.ts'
import { deleteOrder } from '../delete-order.ts'
import { editOrder } from '../edit-order.ts'
import { describeOrder } from '../order-book.ts'
import { deleteNow, dropDeletion, keepOrder } from '../put-off-deletion.ts'
import { sendOrder } from '../send-order.ts'
import { submitOrder } from '../submit-order.ts'
import {
  draft,
  hangingKeys,
  manager,
  payableKeys,
  settled,
  stateOf,
  until,
  waiter,
} from './evening.ts'

const creation = { method: 'POST', path: '/transaction$' }

/** Acts that begin later, and orders that wait so long for the wallet that a person decides. */
export function testTimedActs(house: House): void {
  let tables = 0
  let spotId = 0
  let hungBefore: string[] = []
  const guest = () => `timed guest ${tables}`

  beforeEach(async () => {
    tables += 1
    hungBefore = hangingKeys(await stateOf(house))
    spotId = await house.scan(guest(), `TIMED${tables}`)
    await readSpot(spotId, 'person')
  })

  const submit = (minor: number, intentId: string = randomUUID()) =>
    submitOrder({ intentId, spotId, draft: draft(minor), actor: waiter.actor })
  const remove = ({ id: orderId, version }: Order) =>
    deleteOrder({ orderId, version, reason: 'Typed wrong', ...waiter })
  const payable = async () => payableKeys(await stateOf(house), spotId)
  const nothingHangs = async () => {
    const hanging = hangingKeys(await stateOf(house))
    assert.deepEqual(
      hanging.filter((key) => !hungBefore.includes(key)),
      [],
    )
  }
  const awayFor = (times: number) =>
    house.control('faults', { match: creation, times, kind: 'refuse' })
  const back = () => house.control('calm', {})
  /** As if the order had been asked for so much earlier. */
  const ago = async (orderId: string, ms: number) => {
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

  test('a deletion waits, can be undone at no call, and is then forgotten', async () => {
    const order = await submit(500)
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
    assert.deepEqual(await payable(), [order.transactionKey])
  })

  test('law 4: a deletion that is done now, and one whose time has come, leave nothing payable', async () => {
    const one = await submit(500)
    await remove(one)
    assert.equal((await deleteNow(one.id, waiter.actor)).closedAs, 'deleted')
    const db = await database()
    await saveSettings(db, manager.actor, { undoSeconds: 1 })
    const other = await submit(600)
    await remove(other)
    await saveSettings(db, manager.actor, { undoSeconds: 8 })
    assert.equal((await settled(other.id)).closedAs, 'deleted')
    assert.deepEqual(await payable(), [])
    await nothingHangs()
  })

  test('with no time to undo, a deletion goes out at once', async () => {
    const db = await database()
    await saveSettings(db, manager.actor, { undoSeconds: 0 })
    assert.equal((await remove(await submit(500))).closedAs, 'deleted')
    await saveSettings(db, manager.actor, { undoSeconds: 8 })
    assert.deepEqual(await payable(), [])
  })

  test('a guest who pays while a deletion waits wins, and the order says so', async () => {
    const order = await submit(500)
    await remove(order)
    await house.control('reserve', { guest: guest(), transactionKey: order.transactionKey })
    const tooLate = await deleteNow(order.id, waiter.actor)
    assert.equal(tooLate.status, 'reserved')
    assert.equal(tooLate.notice, 'deletion_dropped')

    const other = await submit(600)
    await remove(other)
    await dropDeletion(await database(), other.id)
    const kept = await describeOrder(await database(), other.id)
    assert.equal(kept.work, undefined)
    assert.equal(kept.notice, 'deletion_dropped')
  })

  test('freeing a table does not wait for a deletion', async () => {
    await remove(await submit(500))
    assert.equal(await closeSpot({ spotId, endsUnpaid: false, ...waiter }), true)
    await nothingHangs()
  })

  test('law 9: an order that is not certainly sent can be cancelled after a minute, and not before', async () => {
    await awayFor(100)
    const intentId = randomUUID()
    const order = await submit(500, intentId)
    assert.equal(order.status, 'sending')
    await assert.rejects(remove(order), { code: 'conflict' })
    await ago(order.id, 61_000)
    const cancelled = await remove(order)
    assert.equal(cancelled.closedAs, 'cancelled')
    await back()
    await assert.rejects(submit(500, intentId), { code: 'conflict' })
    assert.deepEqual(await payable(), [])
    await nothingHangs()
  })

  test('law 3: an order that arrived after all and is being paid is not cancelled but adopted', async () => {
    const match = { method: 'POST', path: '/order$' }
    await house.control('faults', { match, times: 1, kind: 'timeout_after' })
    const spotRead = { method: 'GET', path: '/spot/' }
    await house.control('faults', { match: spotRead, times: 100, kind: 'refuse' })
    const order = await submit(500)
    const [key] = await payable()
    await house.control('reserve', { guest: guest(), transactionKey: key })
    await ago(order.id, 61_000)
    await assert.rejects(remove(order), { code: 'conflict' })
    await back()
    const adopted = await describeOrder(await database(), order.id)
    assert.equal(adopted.status, 'reserved')
    assert.equal(adopted.transactionKey, key)
  })

  test('law 9: cash taken while the wallet is away is recorded at once, and nobody is asked afterwards', async () => {
    await awayFor(100)
    const order = await submit(500)
    const taken = await settleOtherwise({
      orderId: order.id,
      settlement: { with: 'cash' },
      actor: waiter.actor,
    })
    assert.equal(taken.settledWith, 'cash')
    await back()
    assert.equal((await settled(order.id)).closedAs, 'settled')
    assert.deepEqual(await payable(), [])
    await nothingHangs()
  })

  test('law 9: an order that waited three minutes goes out only after a person has said so', async () => {
    await awayFor(100)
    const order = await submit(500)
    await ago(order.id, 181_000)
    await back()
    const asking = await until(order.id, ({ work }) => work?.outcome === 'asking')
    assert.equal(asking.status, 'sending')
    assert.deepEqual(await payable(), [])
    const sent = await sendOrder(order.id, waiter.actor)
    assert.equal(sent.status, 'pending')
    assert.deepEqual(await payable(), [sent.transactionKey])
    await assert.rejects(sendOrder(order.id, waiter.actor), { code: 'conflict' })
  })
}
