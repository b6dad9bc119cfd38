import { randomUUID } from 'node:crypto'
import { address } from '#contract/address.ts'
import { Floor } from '#contract/floor-schema.ts'
import { Table, Tables, Unregistered } from '#contract/table.ts'
import { TableImport } from '#contract/table-import.ts'
import { discardProduct, startProduct, type RunningProduct } from './fixtures/running-product.ts'
import { tableDraft } from './http/calls.ts'
import { everythingKept } from './http/kept.ts'
import { ifMatch, type Person } from './http/person.ts'
import { read, readProblem } from './http/read-answer.ts'
import { expect, test as ofHouse } from './http/test.ts'

/** A house of its own: with its first table, whatever is in no register becomes a stranger. */
const test = ofHouse.extend<object, { product: RunningProduct }>({
  product: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const product = await startProduct()
      await use(product)
      await discardProduct(product)
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

const asCsv = { 'content-type': 'text/csv; charset=utf-8' }

async function register(manager: Person): Promise<Tables> {
  return read(await manager.ask('GET', address.tables), 200, Tables)
}

/** Adds tables whose identifiers no other test uses. */
async function add(manager: Person, ...names: string[]): Promise<Table[]> {
  const tables = names.map((name) => tableDraft(`${name} ${randomUUID()}`, name))
  const added = read(await manager.ask('POST', address.tables, { body: { tables } }), 200, Tables)
  return added.tables.slice(-names.length)
}

async function namesOnFloor(manager: Person): Promise<string[]> {
  const { tiles } = read(await manager.ask('GET', address.floor), 200, Floor)
  return tiles.filter(({ tableId }) => tableId !== undefined).map(({ name }) => name)
}

test('staff see the tables on the floor, and have no part in the register', async ({
  product,
  sandbox,
  manager,
  staff,
}) => {
  const [table] = await add(manager, 'Roof')
  expect(await namesOnFloor(staff)).toContain('Roof')
  const before = await everythingKept(product, sandbox)
  const id = table?.id ?? ''
  const moving = { body: { tables: [{ id, version: 1 }], area: 'Terrace' } }
  const importing = { raw: 'identifier\nX', headers: { ...asCsv, ...ifMatch(1) } }
  for (const asked of [
    staff.ask('GET', address.tables),
    staff.ask('POST', address.tables, { body: { tables: [tableDraft('X')] } }),
    staff.ask('PATCH', address.tables, moving),
    staff.ask('GET', address.unregistered),
    staff.ask('GET', address.exportTables),
    staff.ask('POST', address.previewImport, importing),
    staff.ask('POST', address.importTables, importing),
    staff.ask('GET', address.table(id)),
    staff.ask('PATCH', address.table(id), { body: { name: 'Mine' }, headers: ifMatch(1) }),
    staff.ask('PUT', address.orderOfTables, { body: { ids: [id] }, headers: ifMatch(1) }),
  ]) {
    readProblem(await asked, 403, 'forbidden')
  }
  expect(await everythingKept(product, sandbox)).toEqual(before)
})

test('two managers who change one table, or the order, do not overwrite each other', async ({
  manager,
}) => {
  const [window, door] = await add(manager, 'Window', 'Door')
  const path = address.table(window?.id ?? '')
  const changes = await Promise.all(
    ['Corner', 'Nook'].map((name) =>
      manager.ask('PATCH', path, { body: { name }, headers: ifMatch(1) }),
    ),
  )
  const [won, lost] = changes.toSorted((one, other) => one.status - other.status)
  if (!won || !lost) throw new Error('both were to answer')
  const saved = read(won, 200, Table)
  expect(readProblem(lost, 412, 'conflict').table).toEqual(saved)
  readProblem(await manager.ask('PATCH', path, { body: {} }), 428, 'precondition_required')

  const seen = [window, door].map((table) => ({ id: table?.id ?? '', version: 1 }))
  const moving = { body: { tables: seen, area: 'Terrace' } }
  const refused = readProblem(await manager.ask('PATCH', address.tables, moving), 412, 'conflict')
  const present = await register(manager)
  expect(refused.register).toEqual(present)
  const ids = present.tables.map(({ id }) => id)
  const order = { body: { ids: ids.toReversed() }, headers: ifMatch(present.version - 1) }
  const outdated = readProblem(
    await manager.ask('PUT', address.orderOfTables, order),
    412,
    'conflict',
  )
  expect(outdated.register).toEqual(present)
  expect(await register(manager)).toEqual(present)
})

test('a code that is another table’s is refused and names that table; one that was, only at first', async ({
  manager,
}) => {
  const [table] = await add(manager, 'Bay')
  if (!table) throw new Error('no table was added')
  const twin = { body: { tables: [tableDraft(table.identifier.toLowerCase(), 'Twin')] } }
  const taken = readProblem(await manager.ask('POST', address.tables, twin), 409, 'conflict')
  expect(taken).toMatchObject({ taken: [table], isFormer: false })
  const damaged = { body: { identifier: randomUUID() }, headers: ifMatch(1) }
  read(await manager.ask('PATCH', address.table(table.id), damaged), 200, Table)
  const former = readProblem(await manager.ask('POST', address.tables, twin), 409, 'conflict')
  expect(former.isFormer).toBe(true)
  const knowing = { body: { ...twin.body, reusesIdentifiers: true } }
  read(await manager.ask('POST', address.tables, knowing), 200, Tables)
})

test('the exported file is one of a spreadsheet, holds no formula, and imported again changes nothing', async ({
  product,
  sandbox,
  manager,
}) => {
  await add(manager, '=HYPERLINK("https://evil.test")', "'quoted", 'Žalia; "staltiesė"')
  const file = await manager.ask('GET', address.exportTables)
  expect(file.status).toBe(200)
  expect(file.headers['content-type']).toBe('text/csv; charset=utf-8; header=present')
  expect(file.headers['content-disposition']).toBe('attachment; filename="tables.csv"')
  expect(file.text).toMatch(/^\ufefflocation,identifier,name,area,seats,state\r\n/)
  expect(file.text).not.toMatch(/(^|[\r\n,]|")=/)

  const before = await everythingKept(product, sandbox)
  const preview = read(
    await manager.ask('POST', address.previewImport, { raw: file.text, headers: asCsv }),
    200,
    TableImport,
  )
  expect(preview.lines.filter(({ what }) => what !== 'unchanged')).toEqual([])
  expect(preview.lines.length).toBe((await register(manager)).tables.length)
  expect(await everythingKept(product, sandbox)).toEqual(before)
})

test('a file is previewed, then imported over the register that it was compared with', async ({
  manager,
}) => {
  const [table] = await add(manager, 'Porch')
  const fresh = randomUUID()
  const raw = `identifier;name;area\r\n${table?.identifier};Veranda;Garden\r\n${fresh};Swing;Garden\r\n`
  const asking = { raw, headers: asCsv }
  const plan = read(await manager.ask('POST', address.previewImport, asking), 200, TableImport)
  expect(plan.lines.map(({ line, what }) => [line, what])).toEqual([
    [2, 'change'],
    [3, 'add'],
  ])
  readProblem(await manager.ask('POST', address.importTables, asking), 428, 'precondition_required')
  await add(manager, 'Meanwhile')
  const importing = (version: number) =>
    manager.ask('POST', address.importTables, { raw, headers: { ...asCsv, ...ifMatch(version) } })
  expect(readProblem(await importing(plan.version), 412, 'conflict').isOutdated).toBe(true)
  const done = read(await importing((await register(manager)).version), 200, Tables)
  expect(done.tables.find(({ id }) => id === table?.id)).toMatchObject({
    name: 'Veranda',
    area: 'Garden',
    version: 2,
  })
  expect(done.tables.at(-1)).toMatchObject({ identifier: fresh, name: 'Swing', state: 'in_use' })
  expect(await namesOnFloor(manager)).toEqual(expect.arrayContaining(['Veranda', 'Swing']))
})

const hostile: [what: string, raw: string | Uint8Array, line: number, why: string][] = [
  ['a quote that is never closed', 'identifier,name\nA1,x\n"A2,y\nA3,z\n', 3, 'open_quote'],
  ['a stray quote', 'identifier,name\nA1,x"y"\n', 2, 'stray_quote'],
  ['a missing column', 'name,seats\nA1,4\n', 1, 'missing_column'],
  ['NUL', 'identifier\nA1\nA\u00002\n', 3, 'has_nul'],
  ['another encoding', Buffer.from('identifier\nA1\n\u00delia\n', 'latin1'), 3, 'not_utf8'],
  ['formulas', 'identifier,name\nA1,x\nA2,@SUM(A1)\n', 3, 'formula'],
  ['a turned direction', 'identifier,name\nA1,x\u202ey\n', 2, 'unseen_characters'],
  ['one table twice', 'identifier\nA1\nA2\na1 \n', 4, 'twice'],
  ['another’s location', 'identifier,location\nA1,3\nA2,99999\n', 3, 'unknown_location'],
  ['100,000 lines', `identifier\n${'A\n'.repeat(100_000)}`, 2002, 'too_many_lines'],
]

for (const [what, raw, line, why] of hostile) {
  test(`law 7: a file with ${what} says which line and why, and changes nothing`, async ({
    product,
    sandbox,
    manager,
  }) => {
    const { version } = await register(manager)
    const before = await everythingKept(product, sandbox)
    for (const path of [address.previewImport, address.importTables]) {
      const asking = { raw, headers: { ...asCsv, ...ifMatch(version) } }
      const refused = readProblem(await manager.ask('POST', path, asking), 400, 'invalid')
      expect(refused.troubles?.[0]).toMatchObject({ line, why })
      expect(refused.errors?.[0]?.path).toContain(`line ${line}`)
    }
    expect(await everythingKept(product, sandbox)).toEqual(before)
  })
}

test('a file of another kind, a larger one and an empty one are refused as such', async ({
  manager,
}) => {
  const ask = (raw: string, type: string) =>
    manager.ask('POST', address.previewImport, { raw, headers: { 'content-type': type } })
  for (const type of ['', 'application/json', 'text/plain', 'application/vnd.ms-excel']) {
    readProblem(await ask('identifier\nA1', type), 415, 'unsupported_media_type')
  }
  readProblem(await ask('', 'text/csv'), 400, 'invalid')
  const large = `identifier\n${' '.repeat(1024 * 1024)}`
  readProblem(await ask(large, 'text/csv'), 413, 'payload_too_large')
})

test('spots that Paysera shows are taken over; law 7: a hostile one says what is in the way', async ({
  sandbox,
  manager,
}) => {
  const plain = randomUUID().toUpperCase()
  await sandbox.scan(`guest of ${plain}`, plain)
  const turned = `${randomUUID()}\u202e`
  await sandbox.scan(`guest of ${plain} too`, turned)
  const listed = async () =>
    read(await manager.ask('GET', address.unregistered), 200, Unregistered).spots
  await expect
    .poll(async () => (await listed()).filter(({ obstacle }) => obstacle).length)
    .toBeGreaterThan(0)
  await expect.poll(async () => (await listed()).some(({ shown }) => shown === plain)).toBe(true)
  const hidden = (await listed()).find(({ obstacle }) => obstacle === 'unseen_characters')
  expect(hidden).toMatchObject({ identifier: null, shown: `${turned.slice(0, -1)}⟪202E⟫` })
  const body = { tables: [tableDraft(plain)] }
  read(await manager.ask('POST', address.tables, { body }), 200, Tables)
  expect((await listed()).some(({ shown }) => shown === plain)).toBe(false)
})

test('the register lives through a restart', async ({ product, manager }) => {
  await add(manager, 'Cellar')
  const before = await register(manager)
  await product.restart()
  expect(await register(manager)).toEqual(before)
  expect(await namesOnFloor(manager)).toContain('Cellar')
})
