import { randomUUID } from 'node:crypto'
import { address } from '#contract/address.ts'
import { Order } from '#contract/order.ts'
import { SpotDetail } from '#contract/spot.ts'
import { everythingKept } from './http/kept.ts'
import { freshKey, ifMatch, type Person } from './http/person.ts'
import { read, readProblem } from './http/read-answer.ts'
import { beginVisit, expect, test } from './http/test.ts'
import { payableKeys, statusOf, walletState } from './http/wallet-state.ts'

// One test has the wallet refuse to ask the other table.
test.use({ expectedErrors: /the wallet refused an act/ })

function move(who: Person, { id, version }: Order, spotId: number, headers = freshKey()) {
  const asking = { body: { spotId }, headers: { ...ifMatch(version), ...headers } }
  return who.ask('POST', address.moveOrder(id), asking)
}

test('an order moves to the guests of another table, and can be paid only there', async ({
  hanging,
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
  expect(await hanging()).toEqual([])
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

test('where the wallet refuses to ask the other table, the guest here is asked again, and the order says why', async ({
  hanging,
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
  const [back, ...others] = await ordersAt(visit.spotId)
  expect(others).toEqual([])
  expect(back).toMatchObject({
    id: asked.id,
    status: 'pending',
    totalMinor: 500,
    notice: 'move_dropped',
  })
  expect(await ordersAt(there.spotId)).toMatchObject([
    { fromOrderId: asked.id, status: 'closed', closedAs: 'moved_back' },
  ])
  const state = await walletState(sandbox)
  expect(payableKeys(state, visit.spotId)).toEqual([back?.transactionKey])
  expect(statusOf(state, asked.transactionKey ?? '')).toBe('deleted')
  expect(payableKeys(state, there.spotId)).toEqual([])
  expect(await hanging()).toEqual([])
})
