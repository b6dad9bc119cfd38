import { randomUUID } from 'node:crypto'
import { address } from '#contract/address.ts'
import { Order, OrderParts } from '#contract/order.ts'
import { SpotDetail } from '#contract/spot.ts'
import { draft } from './http/calls.ts'
import { everythingKept } from './http/kept.ts'
import { freshKey, ifMatch, type Person } from './http/person.ts'
import { read, readProblem } from './http/read-answer.ts'
import { beginVisit, expect, test } from './http/test.ts'
import { hangingKeys, payableKeys, statusOf, walletState } from './http/wallet-state.ts'

// One test has the wallet refuse to ask the other table.
test.use({ expectedErrors: /the wallet refused an act/ })

function join(who: Person, kept: Order, other: Order, headers = freshKey()) {
  const body = { orderId: other.id, version: other.version }
  const asking = { body, headers: { ...ifMatch(kept.version), ...headers } }
  return who.ask('POST', address.joinOrder(kept.id), asking)
}

function move(who: Person, { id, version }: Order, spotId: number, headers = freshKey()) {
  const asking = { body: { spotId }, headers: { ...ifMatch(version), ...headers } }
  return who.ask('POST', address.moveOrder(id), asking)
}

test('two unpaid orders become one, and the guest can pay it once', async ({
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
  expect(hangingKeys(state)).toEqual([])
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

  const old = (one: Order) => ({ ...one, version: 7 })
  expect(readProblem(await join(staff, old(kept), other), 412, 'conflict').order).toEqual(kept)
  expect(readProblem(await join(staff, kept, old(other)), 412, 'conflict').order).toEqual(other)
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

test('an order moves to the guests of another table, and can be paid only there', async ({
  sandbox,
  staff,
  visit,
  order,
}) => {
  const there = await beginVisit(sandbox)
  const asked = await order(500)
  const moved = read(await move(staff, asked, there.spotId), 201, Order)
  expect(moved).toMatchObject({
    spotId: there.spotId,
    status: 'pending',
    totalMinor: 500,
    lines: asked.lines,
    fromOrderId: asked.id,
  })
  const { orders } = read(await staff.ask('GET', address.spot(visit.spotId)), 200, SpotDetail)
  expect(orders).toMatchObject([{ id: asked.id, status: 'closed', closedAs: 'moved' }])
  const state = await walletState(sandbox)
  expect(payableKeys(state, visit.spotId)).toEqual([])
  expect(payableKeys(state, there.spotId)).toEqual([moved.transactionKey])
  expect(statusOf(state, asked.transactionKey ?? '')).toBe('deleted')
  expect(hangingKeys(state)).toEqual([])
})

test('law 2: one key is one move, at once and again later, and never another one', async ({
  product,
  sandbox,
  staff,
  order,
}) => {
  const there = await beginVisit(sandbox)
  const elsewhere = await beginVisit(sandbox)
  const asked = await order(500)
  const key = { 'idempotency-key': randomUUID() }
  const answers = await Promise.all([1, 2].map(() => move(staff, asked, there.spotId, key)))
  const [first, second] = answers.map((answer) => read(answer, 201, Order))
  expect(second).toEqual(first)
  const before = await everythingKept(product, sandbox)
  expect(read(await move(staff, asked, there.spotId, key), 201, Order)).toEqual(first)
  readProblem(await move(staff, asked, elsewhere.spotId, key), 422, 'idempotency_key_reused')
  readProblem(await move(staff, asked, there.spotId), 409, 'conflict')
  expect(await everythingKept(product, sandbox)).toEqual(before)
  expect(payableKeys(await walletState(sandbox), there.spotId)).toHaveLength(1)
})

test('a move that is not asked for properly, or leads nowhere, changes nothing', async ({
  product,
  sandbox,
  staff,
  manager,
  visit,
  order,
}) => {
  const there = await beginVisit(sandbox)
  const left = await beginVisit(sandbox)
  read(await manager.ask('GET', address.spot(left.spotId)), 200, SpotDetail)
  read(await manager.ask('POST', address.closeSpot(left.spotId), { body: {} }), 200, SpotDetail)
  const asked = await order(500)
  const before = await everythingKept(product, sandbox)
  const path = address.moveOrder(asked.id)
  const body = { spotId: there.spotId }
  const missing = await staff.ask('POST', path, { body, headers: freshKey() })
  readProblem(missing, 428, 'precondition_required')
  const keyless = await staff.ask('POST', path, { body, headers: ifMatch(1) })
  expect(readProblem(keyless, 400, 'invalid').errors?.map((error) => error.path)).toEqual([
    'Idempotency-Key',
  ])
  const outdated = readProblem(
    await move(staff, { ...asked, version: 7 }, there.spotId),
    412,
    'conflict',
  )
  expect(outdated.order).toEqual(asked)
  readProblem(await move(staff, { ...asked, id: randomUUID() }, there.spotId), 404, 'not_found')
  readProblem(await move(staff, asked, 999_999), 404, 'not_found')
  for (const spotId of [left.spotId, visit.spotId, 0, -1, 1.5]) {
    readProblem(await move(staff, asked, spotId), 400, 'invalid')
  }
  expect(await everythingKept(product, sandbox)).toEqual(before)
})

test('an order that is being paid is not moved, and the answer shows it', async ({
  sandbox,
  staff,
  visit,
  order,
}) => {
  const there = await beginVisit(sandbox)
  const paid = await order(500)
  const { transactionKey = '' } = paid
  await sandbox.control('reserve', { guest: visit.guest, transactionKey })
  const refused = readProblem(await move(staff, paid, there.spotId), 409, 'conflict')
  expect(refused.order).toMatchObject({ id: paid.id, status: 'reserved' })
  expect(payableKeys(await walletState(sandbox), there.spotId)).toEqual([])
})

test('where the wallet refuses to ask the other table, nobody can pay, and both tables say how it stands', async ({
  sandbox,
  staff,
  visit,
  order,
}) => {
  const there = await beginVisit(sandbox)
  const asked = await order(500)
  await sandbox.control('faults', {
    match: { method: 'POST', path: '/order$' },
    times: 1,
    kind: 'status_before',
    status: 403,
    body: JSON.stringify({ error: 'rights_not_granted' }),
  })
  readProblem(await move(staff, asked, there.spotId), 502, 'wallet_refused')
  const ordersAt = async (spotId: number) =>
    read(await staff.ask('GET', address.spot(spotId)), 200, SpotDetail).orders
  expect(await ordersAt(visit.spotId)).toMatchObject([{ id: asked.id, closedAs: 'moved' }])
  expect(await ordersAt(there.spotId)).toMatchObject([
    { fromOrderId: asked.id, status: 'closed', closedAs: 'not_sent', totalMinor: 500 },
  ])
  const state = await walletState(sandbox)
  expect(payableKeys(state, visit.spotId)).toEqual([])
  expect(payableKeys(state, there.spotId)).toEqual([])
  expect(hangingKeys(state)).toEqual([])
})
