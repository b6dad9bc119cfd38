import { randomUUID } from 'node:crypto'
import { address } from '#contract/address.ts'
import { Order, OrderParts } from '#contract/order.ts'
import type { Split } from '#contract/order.ts'
import { SpotDetail } from '#contract/spot.ts'
import { everythingKept } from './http/kept.ts'
import { freshKey, ifMatch, type Person } from './http/person.ts'
import { read, readProblem } from './http/read-answer.ts'
import { expect, test } from './http/test.ts'
import { payableKeys, statusOf, walletState } from './http/wallet-state.ts'

const latte = { title: 'Latte', quantity: 2, unitPriceMinor: 350 }
const cake = { title: 'Cake', quantity: 1, unitPriceMinor: 301 }

/** An order of two lattes and a cake, 10.01, or 9.01 with the discount. */
async function askFor(staff: Person, spotId: number, discountMinor = 0): Promise<Order> {
  const body = { lines: [latte, cake], currency: 'EUR', discountMinor }
  const asking = { body, headers: freshKey() }
  return read(await staff.ask('POST', address.spotOrders(spotId), asking), 201, Order)
}

function split(who: Person, { id, version }: Order, body: Split | object, headers = freshKey()) {
  const asking = { body, headers: { ...ifMatch(version), ...headers } }
  return who.ask('POST', address.splitOrder(id), asking)
}

test('law 2: an even split asks for the bill exactly, each part said to the guest, and nothing of it twice', async ({
  hanging,
  sandbox,
  staff,
  visit,
}) => {
  const order = await askFor(staff, visit.spotId)
  const { orders } = read(await split(staff, order, { evenly: 3 }), 200, OrderParts)
  expect(orders.map(({ totalMinor }) => totalMinor)).toEqual([334, 334, 333])
  expect(orders.map(({ part }) => part)).toEqual([1, 2, 3].map((number) => ({ number, of: 3 })))
  expect(orders.map(({ status }) => status)).toEqual(['pending', 'pending', 'pending'])
  expect(orders[0]).toMatchObject({ id: order.id, version: 2 })
  expect(orders.slice(1).map(({ fromOrderId }) => fromOrderId)).toEqual([order.id, order.id])

  const state = await walletState(sandbox)
  const keys = orders.map(({ transactionKey }) => transactionKey ?? '')
  expect(payableKeys(state, visit.spotId).toSorted()).toEqual(keys.toSorted())
  expect(statusOf(state, order.transactionKey ?? '')).toBe('deleted')
  expect(await hanging()).toEqual([])
  const said = state.transactions
    .filter((one) => keys.includes(one.transaction_key))
    .flatMap(({ payments }) => payments.map(({ description }) => description))
  for (const number of [1, 2, 3]) {
    expect(said.some((words) => words.includes(`, part ${number} of 3 · `))).toBe(true)
  }
})

test('a split by lines divides the discount too, and adds up', async ({ staff, visit }) => {
  const order = await askFor(staff, visit.spotId, 100)
  const body = {
    lines: [
      { index: 0, quantity: 1 },
      { index: 1, quantity: 1 },
    ],
  }
  const { orders } = read(await split(staff, order, body), 200, OrderParts)
  expect(orders.map(({ lines }) => lines)).toEqual([
    [{ ...latte, quantity: 1 }],
    [{ ...latte, quantity: 1 }, cake],
  ])
  expect(orders.map(({ discountMinor }) => discountMinor)).toEqual([35, 65])
  expect(orders.map(({ totalMinor }) => totalMinor)).toEqual([315, 586])
})

test('an amount is taken in cash at once, and only the rest can be paid in the app', async ({
  hanging,
  sandbox,
  staff,
  visit,
}) => {
  const order = await askFor(staff, visit.spotId)
  const body = { amountMinor: 500, settledWith: 'cash' }
  const { orders } = read(await split(staff, order, body), 200, OrderParts)
  const [rest, taken] = orders
  expect(taken).toMatchObject({
    status: 'closed',
    closedAs: 'settled',
    settledWith: 'cash',
    totalMinor: 500,
  })
  expect(rest).toMatchObject({ status: 'pending', totalMinor: 501 })
  const state = await walletState(sandbox)
  expect(payableKeys(state, visit.spotId)).toEqual([rest?.transactionKey])
  expect(await hanging()).toEqual([])
})

test('law 2: one key is one split, at once and again later, and never another one', async ({
  product,
  sandbox,
  staff,
  visit,
}) => {
  const order = await askFor(staff, visit.spotId)
  const key = { 'idempotency-key': randomUUID() }
  const answers = await Promise.all([1, 2, 3].map(() => split(staff, order, { evenly: 2 }, key)))
  const [first, ...others] = answers.map((answer) => read(answer, 200, OrderParts))
  expect(others).toEqual([first, first])
  const before = await everythingKept(product, sandbox)
  expect(read(await split(staff, order, { evenly: 2 }, key), 200, OrderParts)).toEqual(first)
  readProblem(await split(staff, order, { evenly: 3 }, key), 422, 'idempotency_key_reused')
  const rereadBefore = await split(staff, { ...order, version: 2 }, { evenly: 2 }, key)
  expect(read(rereadBefore, 200, OrderParts), 'read anew and sent again').toEqual(first)
  expect(await everythingKept(product, sandbox)).toEqual(before)
  expect(payableKeys(await walletState(sandbox), visit.spotId)).toHaveLength(2)
})

test('what was ordered last stays the last round, however the bill is split', async ({
  staff,
  visit,
}) => {
  const order = await askFor(staff, visit.spotId)
  const lastRound = async () =>
    read(await staff.ask('GET', address.spot(visit.spotId)), 200, SpotDetail).lastRound
  const { orders } = read(await split(staff, order, { evenly: 2 }), 200, OrderParts)
  expect(await lastRound()).toEqual([latte, cake])
  const [own] = orders
  if (!own) throw new Error('the order itself is not among its parts')
  const tea = { title: 'Tea', quantity: 1, unitPriceMinor: 200 }
  const more = { lines: [...own.lines, tea], currency: 'EUR' }
  const edit = { body: more, headers: { ...freshKey(), ...ifMatch(own.version) } }
  read(await staff.ask('PUT', address.order(own.id), edit), 200, Order)
  expect(await lastRound()).toEqual([tea])
})

test('the parts of a bill stand in their order, each time that the table is read', async ({
  staff,
  visit,
}) => {
  const order = await askFor(staff, visit.spotId)
  const { orders } = read(await split(staff, order, { evenly: 9 }), 200, OrderParts)
  const inOrder = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  expect(orders.map(({ part }) => part?.number)).toEqual(inOrder)
  const spot = read(await staff.ask('GET', address.spot(visit.spotId)), 200, SpotDetail)
  expect(spot.orders.map(({ part }) => part?.number)).toEqual(inOrder)
})

test('of two splits at once one is made, and the other sees what it made', async ({
  sandbox,
  staff,
  manager,
  visit,
}) => {
  const order = await askFor(staff, visit.spotId)
  const answers = await Promise.all([
    split(staff, order, { evenly: 2 }),
    split(manager, order, { evenly: 4 }),
  ])
  const made = answers.find(({ status }) => status === 200)
  const other = answers.find(({ status }) => status !== 200)
  if (!made || !other) throw new Error(answers.map(({ text }) => text).join('\n'))
  const { orders } = read(made, 200, OrderParts)
  expect(readProblem(other, 412, 'conflict').order).toEqual(orders[0])
  expect(payableKeys(await walletState(sandbox), visit.spotId)).toHaveLength(orders.length)
})

test('a split that is not asked for properly, or leaves nothing, changes nothing', async ({
  product,
  sandbox,
  staff,
  visit,
}) => {
  const order = await askFor(staff, visit.spotId)
  const path = address.splitOrder(order.id)
  const good = { body: { evenly: 2 }, headers: { ...freshKey(), ...ifMatch(1) } }
  const before = await everythingKept(product, sandbox)
  const without = { ...good, headers: freshKey() }
  readProblem(await staff.ask('POST', path, without), 428, 'precondition_required')
  const keyless = await staff.ask('POST', path, { ...good, headers: ifMatch(1) })
  expect(readProblem(keyless, 400, 'invalid').errors?.map((error) => error.path)).toEqual([
    'Idempotency-Key',
  ])
  const outdated = { ...good, headers: { ...freshKey(), ...ifMatch(7) } }
  expect(readProblem(await staff.ask('POST', path, outdated), 412, 'conflict').order).toEqual(order)
  readProblem(await staff.ask('POST', address.splitOrder(randomUUID()), good), 404, 'not_found')

  const senseless = [
    {},
    { evenly: 1 },
    { evenly: 21 },
    { evenly: 2.5 },
    { evenly: 2, amountMinor: 5 },
    { lines: [] },
    { lines: [{ index: 0, quantity: 0 }] },
    { lines: [{ index: 0, quantity: 3 }] },
    {
      lines: [
        { index: 0, quantity: 1 },
        { index: 0, quantity: 2 },
      ],
    },
    { lines: [{ index: 2, quantity: 1 }] },
    {
      lines: [
        { index: 0, quantity: 2 },
        { index: 1, quantity: 1 },
      ],
    },
    { amountMinor: 0 },
    { amountMinor: -5 },
    { amountMinor: 1001 },
    { amountMinor: 5000 },
    { amountMinor: 500, settledWith: 'shells' },
  ]
  for (const body of senseless) {
    const answer = await split(staff, order, body)
    expect(readProblem(answer, 400, 'invalid').errors, JSON.stringify(body)).not.toEqual([])
  }
  expect(await everythingKept(product, sandbox)).toEqual(before)
})

test('an order of one cent cannot be split', async ({ product, sandbox, staff, order }) => {
  const small = await order(1)
  const before = await everythingKept(product, sandbox)
  readProblem(await split(staff, small, { evenly: 2 }), 400, 'invalid')
  readProblem(await split(staff, small, { amountMinor: 1 }), 400, 'invalid')
  expect(await everythingKept(product, sandbox)).toEqual(before)
})

test('an order that is being paid, or is over, is not split, and the answer shows it', async ({
  product,
  sandbox,
  staff,
  manager,
  visit,
}) => {
  const paid = await askFor(staff, visit.spotId)
  const transactionKey = paid.transactionKey ?? ''
  await sandbox.control('reserve', { guest: visit.guest, transactionKey })
  const refused = readProblem(await split(staff, paid, { evenly: 2 }), 409, 'conflict')
  expect(refused.order).toMatchObject({ id: paid.id, status: 'reserved' })

  const over = await askFor(staff, visit.spotId)
  const settled = { body: { with: 'cash' } }
  read(await manager.ask('POST', address.settleOrder(over.id), settled), 200, Order)
  const before = await everythingKept(product, sandbox)
  const late = readProblem(await split(manager, over, { evenly: 2 }), 409, 'conflict')
  expect(late.order).toMatchObject({ id: over.id, status: 'closed', closedAs: 'settled' })
  expect(await everythingKept(product, sandbox)).toEqual(before)
})
