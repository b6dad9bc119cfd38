import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { firstBrokenRow } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import { breakDisk, mendDisk } from '#lib/database/testing/faults.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { openHouse } from '#lib/floor/testing/house.ts'
import { readSpot } from '#lib/floor/read-spots.ts'
import { toProblem } from '#lib/http/problem-response.ts'
import { submitOrder } from './submit-order.ts'
import { draft, hangingKeys, payableKeys, settled, stateOf, waiter } from './testing/evening.ts'

const SQLITE_IOERR_WRITE = 778
const SQLITE_IOERR_FSYNC = 1034
const SQLITE_FULL = 13

const house = await openHouse()
let tables = 0

const newTable = async () => {
  tables += 1
  const spotId = await house.scan(`guest${tables}`, `TABLE${tables}`)
  await readSpot(spotId, 'person')
  return spotId
}

const submit = (spotId: number, intentId: string) =>
  submitOrder({ intentId, spotId, draft: draft(700), actor: waiter.actor })

for (const [name, code] of Object.entries({ SQLITE_FULL, SQLITE_IOERR_WRITE })) {
  test(`an order that the disk has no room for (${name}) is not there, asked nobody, and goes out once there is room`, async () => {
    const db = await database()
    const spotId = await newTable()
    const intentId = randomUUID()
    const everything = async () => ({
      wallet: (({ spots, transactions }) => ({ spots, transactions }))(await stateOf(house)),
      intents: await db.selectFrom('intents').selectAll().execute(),
      orders: await db.selectFrom('orders').selectAll().execute(),
      trail: await db.selectFrom('audit').selectAll().execute(),
      tiles: (await liveFloor()).hub.current().tiles,
    })
    const before = await everything()

    breakDisk(0, code)
    const error = await submit(spotId, intentId).catch((thrown: unknown) => thrown)
    const after = await everything()
    mendDisk()
    assert.deepEqual(after, before)
    const { code: word, detail } = toProblem(error)
    assert.equal(word, 'internal')
    assert.equal(
      detail,
      'Spotboard cannot write to its database, so nothing was done. Its disk may be full or broken.',
    )

    const order = await submit(spotId, intentId)
    assert.deepEqual(payableKeys(await stateOf(house), spotId), [order.transactionKey])
  })
}

test('an order of which nobody knows whether it reached the disk is said to be unknown, and is one order in the end', async () => {
  const spotId = await newTable()
  const intentId = randomUUID()
  breakDisk(0, SQLITE_IOERR_FSYNC)
  const error = await submit(spotId, intentId).catch((thrown: unknown) => thrown)
  mendDisk()
  assert.equal(toProblem(error).code, 'outcome_unknown')
  const order = await submit(spotId, intentId)
  assert.deepEqual(payableKeys(await stateOf(house), spotId), [order.transactionKey])
})

test('law 2: wherever in an order the disk fills up, it is certainly not there or is one payable order once there is room', async () => {
  const db = await database()
  let accepted = 0
  for (let writes = 0; ; writes += 1) {
    const spotId = await newTable()
    const intentId = randomUUID()
    breakDisk(writes, SQLITE_FULL)
    const told = await submit(spotId, intentId).catch((error: unknown) => toProblem(error).code)
    if (!mendDisk()) break

    const kept = await db
      .selectFrom('intents')
      .select('order_id')
      .where('id', '=', intentId)
      .executeTakeFirst()
    if (told === 'internal') {
      assert.equal(kept, undefined, `${writes} writes`)
      assert.deepEqual(payableKeys(await stateOf(house), spotId), [])
      continue
    }
    accepted += 1
    assert.ok(kept?.order_id, `${writes} writes`)
    const order = await settled(kept.order_id)
    assert.equal(order.status, 'pending', `${writes} writes`)
    assert.deepEqual(payableKeys(await stateOf(house), spotId), [order.transactionKey])
  }
  assert.ok(accepted >= 5, 'the disk filled up at each step of an accepted order')
  assert.deepEqual(hangingKeys(await stateOf(house)), [])
  assert.equal(await firstBrokenRow(db), null)
})
