import { randomUUID } from 'node:crypto'
import { address } from '#contract/address.ts'
import { Order, OrderParts } from '#contract/order.ts'
import { SpotDetail } from '#contract/spot.ts'
import { draft } from './http/calls.ts'
import { everythingKept } from './http/kept.ts'
import { freshKey, ifMatch, type Person } from './http/person.ts'
import { read, readProblem } from './http/read-answer.ts'
import { beginVisit, expect, test } from './http/test.ts'
import { payableKeys, statusOf, walletState } from './http/wallet-state.ts'

function join(who: Person, kept: Order, other: Order, headers = freshKey()) {
  const body = { orderId: other.id, version: other.version }
  const asking = { body, headers: { ...ifMatch(kept.version), ...headers } }
  return who.ask('POST', address.joinOrder(kept.id), asking)
}

test('two unpaid orders become one, and the guest can pay it once', async ({
  hanging,
  sandbox,
  staff,
  visit,
  order,
}) => {
  const kept = await order(500)
  const other = await order(300)
  const joined = read(await join(staff, kept, other), 200, Order)
  expect(joined).toMatchObject({ id: kept.id, version: 2, status: 'pending', totalMinor: 800 })
  expect(joined.lines).toEqual([...kept.lines, ...other.lines])
  const { orders } = read(await staff.ask('GET', address.spot(visit.spotId)), 200, SpotDetail)
  expect(orders[1]).toMatchObject({ id: other.id, status: 'closed', closedAs: 'joined' })

  const state = await walletState(sandbox)
  expect(payableKeys(state, visit.spotId)).toEqual([joined.transactionKey])
  for (const { transactionKey = '' } of [kept, other]) {
    expect(statusOf(state, transactionKey)).toBe('deleted')
  }
  expect(await hanging()).toEqual([])
})

test('parts that are joined again are no parts any more, for the guest neither', async ({
  sandbox,
  staff,
  order,
}) => {
  const asked = await order(500)
  const splitting = { body: { evenly: 2 }, headers: { ...freshKey(), ...ifMatch(1) } }
  const answer = await staff.ask('POST', address.splitOrder(asked.id), splitting)
  const [one, two] = read(answer, 200, OrderParts).orders
  if (!one || !two) throw new Error('not two parts')
  const joined = read(await join(staff, one, two), 200, Order)
  expect(joined.totalMinor).toBe(500)
  expect(joined).not.toHaveProperty('part')
  const { transactions } = await walletState(sandbox)
  const offered = transactions.find((made) => made.transaction_key === joined.transactionKey)
  expect(offered?.payments[0]?.description).not.toContain('part')
})

test('law 2: one key is one join, at once and again later, and never another one', async ({
  product,
  sandbox,
  staff,
  order,
}) => {
  const [kept, other, third] = [await order(500), await order(300), await order(200)]
  const key = { 'idempotency-key': randomUUID() }
  const answers = await Promise.all([1, 2].map(() => join(staff, kept, other, key)))
  const [first, second] = answers.map((answer) => read(answer, 200, Order))
  expect(second).toEqual(first)
  const before = await everythingKept(product, sandbox)
  expect(read(await join(staff, kept, other, key), 200, Order)).toEqual(first)
  readProblem(await join(staff, kept, third, key), 422, 'idempotency_key_reused')
  expect(await everythingKept(product, sandbox)).toEqual(before)
})

test('a join that is not asked for properly changes nothing', async ({
  product,
  sandbox,
  staff,
  order,
}) => {
  const kept = await order(500)
  const other = await order(300)
  const elsewhere = await beginVisit(sandbox)
  const asking = { body: draft(100), headers: freshKey() }
  const far = read(
    await staff.ask('POST', address.spotOrders(elsewhere.spotId), asking),
    201,
    Order,
  )
  const dear = await order(9_999_900)
  const before = await everythingKept(product, sandbox)
  const path = address.joinOrder(kept.id)
  const body = { orderId: other.id, version: 1 }
  const missing = await staff.ask('POST', path, { body, headers: freshKey() })
  readProblem(missing, 428, 'precondition_required')
  const keyless = await staff.ask('POST', path, { body, headers: ifMatch(1) })
  expect(readProblem(keyless, 400, 'invalid').errors?.map((error) => error.path)).toEqual([
    'Idempotency-Key',
  ])

  const old = { version: 7 }
  const keptOld = readProblem(await join(staff, { ...kept, ...old }, other), 412, 'conflict')
  expect(keptOld.order).toEqual(kept)
  const otherOld = readProblem(await join(staff, kept, { ...other, ...old }), 412, 'conflict')
  expect(otherOld.order).toEqual(other)
  readProblem(await join(staff, kept, kept), 400, 'invalid')
  readProblem(await join(staff, kept, far), 400, 'invalid')
  readProblem(await join(staff, kept, dear), 400, 'invalid')
  readProblem(await join(staff, kept, { ...other, id: randomUUID() }), 404, 'not_found')
  readProblem(await join(staff, { ...kept, id: randomUUID() }, other), 404, 'not_found')
  expect(await everythingKept(product, sandbox)).toEqual(before)
})

test('an order that is being paid is not joined, neither way, and the answer shows it', async ({
  product,
  sandbox,
  staff,
  visit,
  order,
}) => {
  const asked = await order(500)
  const paid = await order(300)
  const { transactionKey = '' } = paid
  await sandbox.control('reserve', { guest: visit.guest, transactionKey })
  for (const [kept, other] of [
    [asked, paid],
    [paid, asked],
  ] as const) {
    const refused = readProblem(await join(staff, kept, other), 409, 'conflict')
    expect(refused.order).toMatchObject({ id: paid.id, status: 'reserved' })
  }
  expect(payableKeys(await walletState(sandbox), visit.spotId)).toEqual([asked.transactionKey])
  const before = await everythingKept(product, sandbox)
  readProblem(await join(staff, asked, paid), 409, 'conflict')
  expect(await everythingKept(product, sandbox)).toEqual(before)
})
