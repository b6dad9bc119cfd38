import { randomUUID } from 'node:crypto'
import { address } from '#contract/address.ts'
import { codeToPay } from '#contract/counter.ts'
import { Scanned } from '#contract/scan.ts'
import { codeForms, codeOfTable } from '#contract/table-code.ts'
import { Tables, type Table } from '#contract/table.ts'
import { tableDraft } from './http/calls.ts'
import { everythingKept } from './http/kept.ts'
import { ifMatch, type Person } from './http/person.ts'
import { read, readProblem } from './http/read-answer.ts'
import { beginVisit, expect, test } from './http/test.ts'
import { walletState } from './http/wallet-state.ts'

async function scan(person: Person, code: string): Promise<Scanned> {
  return read(await person.ask('POST', address.scan, { body: { code } }), 200, Scanned)
}

async function register(manager: Person, identifier: string, name?: string): Promise<Table> {
  const body = { tables: [tableDraft(identifier, name)] }
  const { tables } = read(await manager.ask('POST', address.tables, { body }), 200, Tables)
  const table = tables.at(-1)
  if (!table) throw new Error(`${identifier} was not registered`)
  return table
}

const codeOf = (identifier: string, locationId = 3) => codeOfTable({ locationId, identifier })

test('a registered table is found before anybody has checked in there, and its spot afterwards', async ({
  sandbox,
  manager,
  staff,
}) => {
  const identifier = `TABLE ${randomUUID().toUpperCase()}`
  const { id: tableId, name } = await register(manager, identifier, 'Window')
  for (const form of codeForms) {
    const code = codeOfTable({ locationId: 3, identifier }, form)
    expect(await scan(staff, code)).toEqual({ kind: 'unscanned', name, tableId })
  }
  const { spotId } = await beginVisit(sandbox, identifier)
  await staff.ask('GET', address.spot(spotId))
  for (const code of [
    codeOf(identifier),
    codeOf(identifier.toLowerCase()),
    codeOf(`${identifier} `),
  ]) {
    expect(await scan(staff, code)).toEqual({ kind: 'table', name, tableId, spotId })
  }
})

test('law 7: a code of no register is a stranger, with its spot and what it was once', async ({
  sandbox,
  manager,
  staff,
}) => {
  const table = await register(manager, randomUUID(), 'Door')
  const { spotId, identifier } = await beginVisit(sandbox)
  await staff.ask('GET', address.spot(spotId))
  const stranger = { kind: 'stranger', name: identifier }
  expect(await scan(staff, codeOf(identifier))).toEqual({ ...stranger, spotId })
  const unseen = randomUUID()
  expect(await scan(staff, codeOf(unseen))).toEqual({ kind: 'stranger', name: unseen })

  const change = { body: { identifier: randomUUID() }, headers: ifMatch(table.version) }
  expect((await manager.ask('PATCH', address.table(table.id), change)).status).toBe(200)
  const old = { kind: 'stranger', name: table.identifier, wasOf: 'Door' }
  expect(await scan(staff, codeOf(table.identifier))).toEqual(old)
})

test('the code of an order leads to where the order is', async ({ staff, visit, order }) => {
  const { transactionKey = '' } = await order(900)
  const found = { kind: 'order', name: visit.identifier, spotId: visit.spotId }
  expect(await scan(staff, codeToPay(transactionKey))).toEqual(found)
  const wrapped = `https://paysera.com/app?qr=${encodeURIComponent(codeToPay(transactionKey))}`
  expect(await scan(staff, wrapped)).toEqual(found)
})

test('codes of other houses and of no house are told apart, and lead nowhere', async ({
  product,
  sandbox,
  staff,
  visit,
}) => {
  await staff.ask('GET', address.spot(visit.spotId))
  const before = await everythingKept(product, sandbox)
  expect(await scan(staff, codeOf('TABLE1', 9975))).toEqual({ kind: 'foreign', name: 'TABLE1' })
  const key = codeToPay('nobodysKey')
  expect(await scan(staff, key)).toEqual({ kind: 'foreign', name: key })
  for (const [code, name] of [
    ['https://example.org/menu', 'https://example.org/menu'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['T\u202e1ELBAT', 'T⟪202E⟫1ELBAT'],
    ['100%', '100%'],
    ['PAYSERA%', 'PAYSERA%'],
    ['PAYSERA%a%20b', 'PAYSERA%a%20b'],
    ['https://paysera.com/app?qr=%E0%A4%A', 'https://paysera.com/app?qr=%E0%A4%A'],
    ['x'.repeat(4296), `${'x'.repeat(199)}…`],
  ] as const) {
    expect(await scan(staff, code)).toEqual({ kind: 'other', name })
  }
  expect(await everythingKept(product, sandbox)).toEqual(before)
})

for (const identifier of [
  'Ž'.repeat(300),
  '%00',
  '100%:T1',
  'T\n\u202e1',
  "'; drop table spots; --",
  '../../etc/passwd',
  '=1+1',
]) {
  test(`law 7: what looks like a code and says ${JSON.stringify(identifier.slice(0, 20))} is looked up as text`, async ({
    product,
    manager,
    staff,
  }) => {
    await register(manager, randomUUID())
    for (const form of codeForms) {
      const scanned = await scan(staff, codeOfTable({ locationId: 3, identifier }, form))
      expect(scanned.kind).toBe('stranger')
      expect(Array.from(scanned.name).length).toBeLessThanOrEqual(60)
      expect(scanned.name).not.toMatch(/\p{Cc}|\u202e/u)
    }
    expect(product.log().filter((line) => JSON.stringify(line).includes(identifier))).toEqual([])
  })
}

test('law 8: looking a code up asks the wallet nothing', async ({ sandbox, staff, visit }) => {
  await staff.ask('GET', address.spot(visit.spotId))
  const reads = async () => Object.keys((await walletState(sandbox)).spots).length
  const before = await reads()
  await scan(staff, codeOf(randomUUID()))
  await scan(staff, codeOf(visit.identifier))
  // Whoever asks the wallet for a code makes a spot of it (pos-api: a spot is registered when its code is asked for).
  expect(await reads()).toBe(before)
})

test('an empty code, one that no QR code could hold, and one of nobody’s are refused', async ({
  staff,
  nobody,
}) => {
  for (const code of ['', 'x'.repeat(4297), 'PAYSERA*3:T\u0000', 7, null]) {
    readProblem(await staff.ask('POST', address.scan, { body: { code } }), 400, 'invalid')
  }
  const asking = { body: { code: codeOf('TABLE1') } }
  readProblem(await nobody.ask('POST', address.scan, asking), 401, 'unauthenticated')
})

test('only pages of people who are signed in may use the camera', async ({ staff, nobody }) => {
  for (const [person, path, camera] of [
    [staff, '/', 'camera=(self)'],
    [staff, '/scan', 'camera=(self)'],
    [nobody, '/sign-in', 'camera=()'],
    [nobody, '/set-up', 'camera=()'],
  ] as const) {
    const { headers } = await person.ask('GET', path)
    expect(String(headers['permissions-policy']).split(', '), path).toContain(camera)
  }
})
