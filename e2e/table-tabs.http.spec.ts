import { randomUUID } from 'node:crypto'
import { address } from '#contract/address.ts'
import { Order } from '#contract/order.ts'
import { SpotDetail } from '#contract/spot.ts'
import { Tab } from '#contract/tab.ts'
import { Tables } from '#contract/table.ts'
import { draft, tableDraft } from './http/calls.ts'
import { everythingKept } from './http/kept.ts'
import { freshKey, ifMatch, type Person } from './http/person.ts'
import { read, readProblem } from './http/read-answer.ts'
import { expect, test } from './http/test.ts'

const empty = { lines: [], currency: 'EUR' }

async function register(manager: Person, identifier: string = randomUUID()) {
  const answer = await manager.ask('POST', address.tables, {
    body: { tables: [tableDraft(identifier)] },
  })
  const { tables } = read(answer, 200, Tables)
  const table = tables.find((one) => one.identifier === identifier)
  if (!table) throw new Error('The table was not added.')
  return table
}

async function keep(person: Person, tableId: string, body: object, version: number) {
  return person.ask('PUT', address.tab(tableId), { body, headers: ifMatch(version) })
}

test('a tab names its version, and is changed only over the one that was seen', async ({
  manager,
  staff,
}) => {
  const { id } = await register(manager)
  const first = await staff.ask('GET', address.tab(id))
  expect(read(first, 200, Tab)).toMatchObject({ tableId: id, version: 0, lines: [], totalMinor: 0 })
  expect(first.headers['etag']).toBe('"0"')

  readProblem(
    await staff.ask('PUT', address.tab(id), { body: draft(500) }),
    428,
    'precondition_required',
  )
  const kept = await keep(staff, id, { ...draft(500, 2), note: 'window' }, 0)
  expect(read(kept, 200, Tab)).toMatchObject({ version: 1, totalMinor: 1000, note: 'window' })
  expect(kept.headers['etag']).toBe('"1"')
  const outdated = readProblem(await keep(manager, id, draft(100), 0), 412, 'conflict')
  expect(outdated.tab).toEqual(read(await staff.ask('GET', address.tab(id)), 200, Tab))
  expect(read(await keep(manager, id, empty, 1), 200, Tab)).toMatchObject({ version: 2, lines: [] })
})

test('a tab takes what an order takes, and nothing else', async ({
  product,
  sandbox,
  manager,
  staff,
}) => {
  const { id } = await register(manager)
  const before = await everythingKept(product, sandbox)
  for (const body of [
    { ...draft(500), currency: 'USD' },
    draft(0),
    draft(500, 0),
    draft(500, 1000),
    { ...draft(500), discountMinor: 500 },
    { ...draft(500), note: 'x'.repeat(201) },
    { ...draft(500), transactionKey: 'abcd' },
    { ...empty, note: 'nothing with a note' },
    { ...draft(500), lines: Array(101).fill(draft(5).lines[0]) },
    { lines: [] },
  ]) {
    readProblem(await keep(staff, id, body, 0), 400, 'invalid')
  }
  readProblem(await keep(staff, 'nowhere', draft(500), 0), 404, 'not_found')
  readProblem(await staff.ask('GET', address.tab('nowhere')), 404, 'not_found')
  expect(await everythingKept(product, sandbox)).toEqual(before)
})

test('law 2: a tab is sent once for one key, over the version that was seen, to guests who are there', async ({
  sandbox,
  manager,
  staff,
}) => {
  const table = await register(manager)
  const { id } = table
  await keep(staff, id, draft(700), 0)
  const send = (version: number, key = freshKey()) =>
    staff.ask('POST', address.sendTab(id), { headers: { ...key, ...ifMatch(version) } })
  readProblem(await staff.ask('POST', address.sendTab(id), { headers: ifMatch(1) }), 400, 'invalid')
  readProblem(
    await staff.ask('POST', address.sendTab(id), { headers: freshKey() }),
    428,
    'precondition_required',
  )
  const nobody = readProblem(await send(1), 409, 'conflict')
  expect(nobody.tab).toMatchObject({ version: 1, totalMinor: 700 })

  const spotId = await sandbox.scan(`guest of ${id}`, table.identifier)
  await staff.ask('GET', address.spot(spotId))
  readProblem(await send(0), 412, 'conflict')
  const key = freshKey()
  const order = read(await send(1, key), 201, Order)
  expect(order).toMatchObject({ spotId, status: 'pending', totalMinor: 700 })
  expect(read(await send(1, key), 201, Order).id).toBe(order.id)
  readProblem(await send(2, key), 422, 'idempotency_key_reused')
  const gone = readProblem(await send(1), 412, 'conflict')
  expect(gone.tab).toMatchObject({ version: 2, lines: [] })
  const spot = read(await staff.ask('GET', address.spot(spotId)), 200, SpotDetail)
  expect(spot.orders.map((one) => one.id)).toEqual([order.id])
  expect(spot.table).toEqual({ id, isResting: false, nobodyHere: 0 })
})

test('a tab is settled once for one key, and a retired table keeps none', async ({
  manager,
  staff,
}) => {
  const { id, version } = await register(manager)
  await keep(staff, id, draft(700), 0)
  const retire = () =>
    manager.ask('PATCH', address.table(id), {
      body: { state: 'retired' },
      headers: ifMatch(version),
    })
  const refused = readProblem(await retire(), 409, 'conflict')
  expect(refused.detail).toContain('7.00 EUR')
  expect(refused.tab).toMatchObject({ totalMinor: 700 })

  const settle = (how: string, key = freshKey()) =>
    staff.ask('POST', address.settleTab(id), {
      body: { with: how },
      headers: { ...key, ...ifMatch(1) },
    })
  readProblem(await settle('shells'), 400, 'invalid')
  const key = freshKey()
  const order = read(await settle('card', key), 201, Order)
  expect(order).toMatchObject({ status: 'closed', closedAs: 'settled', settledWith: 'card' })
  expect(read(await settle('card', key), 201, Order)).toEqual(order)
  readProblem(await settle('cash', key), 422, 'idempotency_key_reused')
  readProblem(await settle('card'), 412, 'conflict')
  expect((await retire()).status).toBe(200)
  readProblem(await keep(staff, id, draft(100), 2), 409, 'conflict')
})

test('law 7: "nobody here" is for a registered table where somebody waits', async ({
  sandbox,
  manager,
  staff,
  visit,
}) => {
  readProblem(await staff.ask('POST', address.nobodyHere(visit.spotId)), 409, 'conflict')
  const table = await register(manager)
  const spotId = await sandbox.scan(`guest of ${table.id}`, table.identifier)
  const freed = await staff.ask('POST', address.nobodyHere(spotId))
  expect(read(freed, 200, SpotDetail)).toMatchObject({ status: 'closed', table: { nobodyHere: 1 } })
  readProblem(await staff.ask('POST', address.nobodyHere(spotId)), 409, 'conflict')
})
