import { randomUUID } from 'node:crypto'
import { address } from '#contract/address.ts'
import { Round } from '#contract/round.ts'
import { codeOfTable } from '#contract/table-code.ts'
import { Table, Tables } from '#contract/table.ts'
import { tableDraft } from './http/calls.ts'
import { everythingKept, rowsOf } from './http/kept.ts'
import { ifMatch, type Person } from './http/person.ts'
import { read, readProblem } from './http/read-answer.ts'
import { expect, test } from './http/test.ts'

async function register(manager: Person): Promise<Table> {
  const body = { tables: [tableDraft(randomUUID(), 'Window')] }
  const { tables } = read(await manager.ask('POST', address.tables, { body }), 200, Tables)
  const table = tables.at(-1)
  if (!table) throw new Error('nothing was registered')
  return table
}

test('a round begins for the whole house, and only by a manager', async ({
  product,
  sandbox,
  manager,
  staff,
}) => {
  const before = await everythingKept(product, sandbox)
  for (const method of ['GET', 'POST']) {
    readProblem(await staff.ask(method, address.round), 403, 'forbidden')
  }
  expect(await everythingKept(product, sandbox)).toEqual(before)
  const round = read(await manager.ask('POST', address.round), 200, Round)
  expect(round.beganBy).toBe('Rasa Manager')
  expect(read(await manager.ask('GET', address.round), 200, Round)).toEqual(round)
})

test('law 10: what matches is ticked and dated, with who it was in the trail', async ({
  product,
  manager,
}) => {
  const table = await register(manager)
  const says = codeOfTable(table, 'wrapped')
  const ticked = read(
    await manager.ask('POST', address.checkTable(table.id), { body: { says } }),
    200,
    Table,
  )
  expect(ticked).toEqual({ ...table, checkedAt: ticked.checkedAt, checkedBy: 'Rasa Manager' })
  expect(ticked.checkedAt).toBeGreaterThan(0)
  expect(rowsOf(product)['audit']?.at(-1)).toMatchObject({
    act: 'table.check',
    subject: `table ${table.id}`,
    actor_name: 'Rasa Manager',
    outcome: 'done',
  })
  const typed = { body: { says: ' window ', isTyped: true } }
  read(await manager.ask('POST', address.checkTable(table.id), typed), 200, Table)
})

test('what does not match, what is retired and what staff send ticks nothing', async ({
  product,
  sandbox,
  manager,
  staff,
}) => {
  const [table, other] = [await register(manager), await register(manager)]
  const path = address.checkTable(table.id)
  const right = { body: { says: codeOfTable(table) } }
  const before = await everythingKept(product, sandbox)
  readProblem(await staff.ask('POST', path, right), 403, 'forbidden')
  for (const body of [
    { says: codeOfTable(other) },
    { says: codeOfTable({ ...table, locationId: 4 }) },
    { says: table.identifier },
    { says: 'Window' },
    { says: 'Door', isTyped: true },
    { says: `PAYSERA*3:${'Ž'.repeat(300)}` },
    { says: '%\u202e', isTyped: true },
  ]) {
    const problem = readProblem(await manager.ask('POST', path, { body }), 409, 'conflict')
    expect(problem.table).toEqual(table)
  }
  for (const body of [{}, { says: '' }, { says: 'x'.repeat(4297) }, { ...right.body, more: 1 }]) {
    readProblem(await manager.ask('POST', path, { body }), 400, 'invalid')
  }
  expect(await everythingKept(product, sandbox)).toEqual(before)

  const retired = { body: { state: 'retired' }, headers: ifMatch(table.version) }
  read(await manager.ask('PATCH', address.table(table.id), retired), 200, Table)
  readProblem(await manager.ask('POST', path, right), 409, 'conflict')
})
