import { randomUUID } from 'node:crypto'
import { address } from '#contract/address.ts'
import { Order } from '#contract/order.ts'
import { SpotDetail } from '#contract/spot.ts'
import { draft } from './http/calls.ts'
import { everythingKept } from './http/kept.ts'
import { freshKey, ifMatch } from './http/person.ts'
import { read, readProblem } from './http/read-answer.ts'
import { beginVisit, expect, test } from './http/test.ts'
import { hangingKeys, payableKeys, statusOf, walletState } from './http/wallet-state.ts'

const key = (text: string) => ({ 'idempotency-key': text })

test('an order is put before the guest with what it costs and what it is for', async ({
  sandbox,
  staff,
  visit,
}) => {
  const lines = [
    { title: 'Flat white', quantity: 2, unitPriceMinor: 380 },
    { title: 'Šakotis', quantity: 1, unitPriceMinor: 450 },
  ]
  const body = { lines, currency: 'EUR', note: 'no sugar', discountMinor: 10 }
  const path = address.spotOrders(visit.spotId)
  const answer = await staff.ask('POST', path, { body, headers: freshKey() })
  const order = read(answer, 201, Order)
  expect(answer.headers.etag).toBe('"1"')
  expect(order).toMatchObject({ ...body, version: 1, status: 'pending', totalMinor: 1200 })
  expect(order.createdBy).toBe('Jonas Staff')

  const spot = read(await staff.ask('GET', address.spot(visit.spotId)), 200, SpotDetail)
  expect(spot).toMatchObject({ status: 'open', orders: [order] })
  const { transactions } = await walletState(sandbox)
  const transaction = transactions.find((one) => one.transaction_key === order.transactionKey)
  expect(transaction?.payments).toEqual([
    expect.objectContaining({
      price: 1200,
      currency: 'EUR',
      description: `${visit.identifier} · 2 × Flat white, 1 × Šakotis`,
    }),
  ])
})

test('without a good Idempotency-Key nothing is ordered or changed', async ({
  product,
  sandbox,
  staff,
  visit,
  order,
}) => {
  const { id } = await order(500)
  const before = await everythingKept(product, sandbox)
  const body = draft(600)
  for (const bad of [
    '',
    'short',
    'x'.repeat(15),
    'x'.repeat(65),
    `${'x'.repeat(16)}\tx`,
    'ž'.repeat(20),
  ]) {
    const headers = { ...ifMatch(1), ...key(Buffer.from(bad).toString('latin1')) }
    for (const [method, path] of [
      ['POST', address.spotOrders(visit.spotId)],
      ['PUT', address.order(id)],
    ] as const) {
      const problem = readProblem(await staff.ask(method, path, { body, headers }), 400, 'invalid')
      expect(problem.errors?.map((error) => error.path)).toEqual(['Idempotency-Key'])
    }
  }
  expect(await everythingKept(product, sandbox)).toEqual(before)
})

test('law 2: one key is one order, at once and again, and never another body', async ({
  product,
  sandbox,
  staff,
  manager,
  visit,
}) => {
  const path = address.spotOrders(visit.spotId)
  const headers = key(`${randomUUID()} ~!`)
  const submit = (who: typeof staff, amountMinor: number) =>
    who.ask('POST', path, { body: draft(amountMinor), headers })
  const answers = await Promise.all([
    submit(staff, 900),
    submit(staff, 900),
    submit(manager, 900),
    submit(staff, 900),
  ])
  const orders = answers.map((answer) => read(answer, 201, Order))
  expect(new Set(orders.map(({ id }) => id)).size).toBe(1)
  expect(payableKeys(await walletState(sandbox), visit.spotId)).toHaveLength(1)

  const other = await beginVisit(sandbox)
  const before = await everythingKept(product, sandbox)
  readProblem(await submit(staff, 901), 422, 'idempotency_key_reused')
  const elsewhere = address.spotOrders(other.spotId)
  const moved = await staff.ask('POST', elsewhere, { body: draft(900), headers })
  readProblem(moved, 422, 'idempotency_key_reused')
  expect(await everythingKept(product, sandbox)).toEqual(before)
})

test('law 2: the same key later answers the order in its present state', async ({
  sandbox,
  staff,
  visit,
}) => {
  const path = address.spotOrders(visit.spotId)
  const asking = { body: draft(900), headers: freshKey() }
  const { id, transactionKey = '' } = read(await staff.ask('POST', path, asking), 201, Order)
  const edit = { body: draft(1000), headers: { ...freshKey(), ...ifMatch(1) } }
  const edited = read(await staff.ask('PUT', address.order(id), edit), 200, Order)
  expect(read(await staff.ask('POST', path, asking), 201, Order)).toEqual(edited)
  expect(read(await staff.ask('PUT', address.order(id), edit), 200, Order)).toEqual(edited)

  const rereadFirst = { ...edit, headers: { ...edit.headers, ...ifMatch(2) } }
  expect(read(await staff.ask('PUT', address.order(id), rereadFirst), 200, Order)).toEqual(edited)

  const lowered = { ...edit, body: draft(999) }
  readProblem(await staff.ask('PUT', address.order(id), lowered), 422, 'idempotency_key_reused')
  const state = await walletState(sandbox)
  expect(payableKeys(state, visit.spotId)).toEqual([edited.transactionKey])
  expect(statusOf(state, transactionKey)).toBe('deleted')
})

test('two different orders of one table are two, also when they come at once', async ({
  sandbox,
  staff,
  visit,
}) => {
  const path = address.spotOrders(visit.spotId)
  const answers = await Promise.all(
    [300, 400, 300].map((amountMinor) =>
      staff.ask('POST', path, { body: draft(amountMinor), headers: freshKey() }),
    ),
  )
  const orders = answers.map((answer) => read(answer, 201, Order))
  expect(orders.map(({ totalMinor }) => totalMinor)).toEqual([300, 400, 300])
  const payable = payableKeys(await walletState(sandbox), visit.spotId)
  expect(payable.toSorted()).toEqual(orders.map((one) => one.transactionKey ?? '').toSorted())
})

test('an edit or deletion names the version that it was made on', async ({
  product,
  sandbox,
  manager,
  order,
}) => {
  const { id } = await order(500)
  const path = address.order(id)
  const put = (amountMinor: number, match: Record<string, string>) =>
    manager.ask('PUT', path, { body: draft(amountMinor), headers: { ...freshKey(), ...match } })
  const before = await everythingKept(product, sandbox)
  readProblem(await put(600, {}), 428, 'precondition_required')
  readProblem(await manager.ask('DELETE', path), 428, 'precondition_required')
  for (const odd of [
    '1',
    '*',
    'W/"1"',
    '"01"',
    '"1", "2"',
    '"one"',
    '"-1"',
    '"1e0"',
    `"${'9'.repeat(40)}"`,
  ]) {
    readProblem(await put(600, { 'if-match': odd }), 400, 'invalid')
  }
  expect(await everythingKept(product, sandbox)).toEqual(before)

  const edited = read(await put(600, ifMatch(1)), 200, Order)
  expect(edited.version).toBe(2)
  const outdated = readProblem(await put(700, ifMatch(1)), 412, 'conflict')
  expect(outdated.order).toEqual(edited)
  const deleted = readProblem(
    await manager.ask('DELETE', path, { headers: ifMatch(1) }),
    412,
    'conflict',
  )
  expect(deleted.order).toEqual(edited)
  readProblem(await put(700, ifMatch(7)), 412, 'conflict')
})

test('of two edits at once one is made and the other sees it', async ({
  sandbox,
  staff,
  manager,
  visit,
  order,
}) => {
  const { id } = await order(500)
  const put = (who: typeof staff, amountMinor: number) =>
    who.ask('PUT', address.order(id), {
      body: draft(amountMinor),
      headers: { ...freshKey(), ...ifMatch(1) },
    })
  const answers = await Promise.all([put(staff, 600), put(manager, 700)])
  const made = answers.find(({ status }) => status === 200)
  const other = answers.find(({ status }) => status !== 200)
  if (!made || !other) throw new Error(answers.map(({ text }) => text).join('\n'))
  const edited = read(made, 200, Order)
  expect(readProblem(other, 412, 'conflict').order).toEqual(edited)
  const state = await walletState(sandbox)
  expect(payableKeys(state, visit.spotId)).toEqual([edited.transactionKey])
  expect(hangingKeys(state).filter((one) => one === edited.transactionKey)).toEqual([])
})
