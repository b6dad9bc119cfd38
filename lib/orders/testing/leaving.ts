import 'server-only'
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Departure, DepartureAnswer } from '#contract/departure.ts'
import { tileState } from '#contract/floor.ts'
import type { Order } from '#contract/order.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { readSpot } from '#lib/floor/read-spots.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { confirmPayment } from '#lib/payments/confirm-payment.ts'
import { answerDeparture } from '../answer-departure.ts'
import { describeSpot } from '../book/describe-spot.ts'
import { describeOrder } from '../book/order-book.ts'
import { countedReductions } from '../reductions.ts'
import { manager, payableKeys, settled, stateOf, waiter } from './evening.ts'
import { tablesOf } from './tables.ts'

async function present({ id }: Order): Promise<Order> {
  return describeOrder(await database(), id)
}

/** Guests who check out while something is unpaid or held, and what staff say and do about that. */
export function testLeaving(house: House): void {
  const table = tablesOf(house, 'LEAVING')
  let tables = 0
  let target = 0

  beforeEach(async () => {
    tables += 1
    target = await house.scan(`where they are ${tables}`, `WHERE THEY ARE ${tables}`)
  })

  const leave = async (): Promise<Departure> => {
    await house.control('leave', { guest: table().guest })
    await readSpot(table().spotId, 'person')
    return departure()
  }
  const departures = async () => (await describeSpot(table().spotId)).departures
  const departure = async () => (await departures())[0] ?? assert.fail('nobody left')
  const say = (
    { visitId, version }: Departure,
    saying: object,
    who: typeof waiter | typeof manager = waiter,
  ) =>
    answerDeparture({
      spotId: table().spotId,
      version,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      answered: { visitId, ...saying } as DepartureAnswer,
      ...who,
    })
  const stateNow = async () => {
    const { tiles } = (await liveFloor()).hub.current()
    const tile = tiles.find(({ spot }) => spot?.id === table().spotId)
    return tile && tileState(tile)
  }

  test('who said what and when is kept, and only that they are gone is an alarm', async () => {
    await table().submit(900)
    const left = await leave()
    assert.equal(left.isAlarm, false)
    await say(left, { answer: 'here' })
    const here = await departure()
    assert.equal(here.answeredBy, waiter.actor.name)
    assert.equal(here.alarmAt, undefined)
    await say(here, { answer: 'gone' }, manager)
    const gone = await departure()
    assert.equal(gone.isAlarm, true)
    assert.equal(await stateNow(), 'gone')
    await say(gone, { answer: 'wait' })
    const waited = await departure()
    assert.equal(waited.isAlarm, false)
    assert.equal(await stateNow(), 'left')

    const db = await database()
    const trail = await db
      .selectFrom('audit')
      .select(['actor_name', 'detail'])
      .where('subject', '=', `visit ${left.visitId}`)
      .orderBy('sequence')
      .execute()
    assert.deepEqual(
      trail.map(({ actor_name: who, detail }) => `${who} ${JSON.parse(detail).answer}`),
      ['Waiter here', 'Manager gone', 'Waiter wait'],
    )
  })

  test('of two people who decide at once one stands, and the other is told what was decided', async () => {
    const order = await table().submit(900)
    const left = await leave()
    const both = await Promise.allSettled([
      say(left, { answer: 'moved', spotId: target }),
      say(left, { answer: 'written_off', reason: 'Gone' }, manager),
    ])
    const refused = both.flatMap((one) => (one.status === 'rejected' ? one.reason : []))
    assert.equal(refused.length, 1)
    assert.equal(refused[0].code, 'conflict')
    assert.ok(['moved', 'written_off'].includes((await present(order)).closedAs ?? ''))
    await table().nothingHangs()
  })

  test('what is said on account of an older answer is refused, and changes nothing', async () => {
    await table().submit(900)
    const left = await leave()
    const both = await Promise.allSettled([
      say(left, { answer: 'gone' }),
      say(left, { answer: 'here' }, manager),
    ])
    assert.deepEqual(
      both.map(({ status }) => status),
      ['fulfilled', 'rejected'],
    )
    assert.equal((await departure()).answer, 'gone')
  })

  test('law 2: all that they left goes to the table where they are now, and can be paid there only', async () => {
    const orders = [await table().submit(900), await table().submit(300)]
    await say(await leave(), { answer: 'moved', spotId: target })
    assert.deepEqual(await departures(), [])
    for (const order of orders) assert.equal((await present(order)).closedAs, 'moved')
    const there = (await describeSpot(target)).orders
    assert.deepEqual(
      there.map(({ totalMinor, status }) => [totalMinor, status]),
      [
        [900, 'pending'],
        [300, 'pending'],
      ],
    )
    assert.equal(payableKeys(await stateOf(house), target).length, 2)
    assert.deepEqual(await table().payable(), [])
    assert.equal(await stateNow(), 'free')
    await table().nothingHangs()
  })

  test('where nobody is checked in nothing is moved, and the question stands as before', async () => {
    await table().submit(900)
    const left = await leave()
    await house.control('leave', { guest: `where they are ${tables}` })
    await readSpot(target, 'person')
    const closed = say(left, { answer: 'moved', spotId: target })
    await assert.rejects(closed, { code: 'invalid' })
    const own = say(left, { answer: 'moved', spotId: table().spotId })
    await assert.rejects(own, { code: 'invalid' })
    assert.deepEqual(await departure(), left)
  })

  test('law 4: what is written off carries a reason, can be paid nowhere, and ends the alarm', async () => {
    const order = await table().submit(900)
    const left = await leave()
    await say(left, { answer: 'gone' })
    await say(await departure(), { answer: 'written_off', reason: 'Left without paying' })
    const ended = await present(order)
    assert.equal(ended.closedAs, 'written_off')
    assert.equal(ended.work, undefined)
    const lowered = await countedReductions(await database())
      .select(['kind', 'amount_minor', 'reason', 'made_by'])
      .where('reductions.order_id', '=', order.id)
      .execute()
    assert.deepEqual(
      lowered.map((row) => Object.values(row)),
      [['write_off', 900, 'Left without paying', 'Waiter']],
    )
    assert.deepEqual(await departures(), [])
    assert.equal(await stateNow(), 'free')
    const { transactions } = await stateOf(house)
    const ofOrder = transactions.find((one) => one.transaction_key === order.transactionKey)
    assert.equal(ofOrder?.status, 'deleted')
    await table().nothingHangs()
  })

  test('law 10: above the limit of the visit a manager writes off, and until then the question stands', async () => {
    const order = await table().submit(1001)
    const left = await leave()
    const writesOff = { answer: 'written_off', reason: 'Left without paying' }
    await assert.rejects(say(left, writesOff), { code: 'manager_required' })
    assert.equal((await present(order)).status, 'pending')
    const still = await departure()
    assert.equal(still.answer, undefined)
    await say(still, writesOff, manager)
    assert.equal((await present(order)).closedAs, 'written_off')
  })

  test('nobody writes off who may not lower what guests are asked', async () => {
    const order = await table().submit(900)
    const left = await leave()
    const mayNot = { ...manager, may: () => false }
    const asked = say(left, { answer: 'written_off', reason: 'Gone' }, mayNot)
    await assert.rejects(asked, { code: 'forbidden' })
    assert.equal((await present(order)).status, 'pending')
    assert.deepEqual(await departure(), left)
  })

  test('law 1: a guest who pays by the code in that very moment is not written off: the payment is held', async () => {
    const order = await table().submit(900)
    const left = await leave()
    await say(left, { answer: 'gone' })
    await table().reserve(order)
    const asked = say(await departure(), { answer: 'written_off', reason: 'Gone' })
    await assert.rejects(asked, { code: 'conflict' })
    assert.equal((await present(order)).status, 'reserved')
    const still = await departure()
    assert.equal(still.answer, 'gone', 'it is no answer that nothing came of')
    const nothing = say(still, { answer: 'written_off', reason: 'Gone' })
    await assert.rejects(nothing, { code: 'conflict' })

    const { id: orderId, version } = order
    await confirmPayment({ orderId, version, acceptsDifferences: false, ...waiter })
    assert.deepEqual(await departures(), [])
  })

  test('law 3: a write-off of which the answer was lost is found out, and rings no alarm meanwhile', async () => {
    const order = await table().submit(900)
    await say(await leave(), { answer: 'gone' })
    const isLost = { match: { method: 'DELETE', path: '/order/' }, times: 1, kind: 'timeout_after' }
    await house.control('faults', isLost)
    await say(await departure(), { answer: 'written_off', reason: 'Gone' })
    const finding = await departure()
    assert.equal(finding.answer, 'written_off')
    assert.equal(finding.isAlarm, false)
    assert.equal((await settled(order.id)).closedAs, 'written_off')
    assert.deepEqual(await departures(), [])
    await table().nothingHangs()
  })
}
