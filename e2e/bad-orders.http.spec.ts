import { randomUUID } from 'node:crypto'
import { address } from '#contract/address.ts'
import { MAX_AMOUNT_MINOR } from '#contract/money.ts'
import { MAX_LINES, MAX_QUANTITY } from '#contract/order.ts'
import { Session } from '#contract/session.ts'
import { callsOf } from './http/calls.ts'
import { everythingKept } from './http/kept.ts'
import { freshKey, ifMatch } from './http/person.ts'
import { read, readProblem } from './http/read-answer.ts'
import { expect, test } from './http/test.ts'
import { readsById } from './http/wallet-state.ts'

const line = { title: 'Latte', quantity: 1, unitPriceMinor: 350 }
const good = { lines: [line], currency: 'EUR' }
const lineWith = (change: object) => ({ ...good, lines: [{ ...line, ...change }] })

const numbers = [-1, 0.5, 1e3 + 1e-9, 2 ** 53, 1e308, '1', '1e3', 'NaN', null, true, [1], {}]
const texts = [
  '',
  '  ',
  'x'.repeat(500),
  'a\u0000b',
  'a\u0007b',
  'a\nb',
  'a\u001b[31mb',
  'a\u202egpj.exe',
  'a\u200bb',
  'a\u2066b',
  'a\ufeffb',
  5,
  null,
  ['a'],
  { a: 1 },
]

const badDrafts: [where: string, body: object][] = [
  ...[...numbers, 0, MAX_QUANTITY + 1].map((quantity): [string, object] => [
    `quantity ${JSON.stringify(quantity)}`,
    lineWith({ quantity }),
  ]),
  ...[...numbers, MAX_AMOUNT_MINOR + 1].map((unitPriceMinor): [string, object] => [
    `unitPriceMinor ${JSON.stringify(unitPriceMinor)}`,
    lineWith({ unitPriceMinor }),
  ]),
  ...[...numbers, MAX_AMOUNT_MINOR + 1, 350, 351].map((discountMinor): [string, object] => [
    `discountMinor ${JSON.stringify(discountMinor)}`,
    { ...good, discountMinor },
  ]),
  ...texts.map((title): [string, object] => [
    `title ${JSON.stringify(title)}`,
    lineWith({ title }),
  ]),
  ...texts.map((note): [string, object] => [`note ${JSON.stringify(note)}`, { ...good, note }]),
  ...['', 'eur', 'EURO', 'XXX1', 'US$', 'USD', '€', 978, null].map((currency): [string, object] => [
    `currency ${JSON.stringify(currency)}`,
    { ...good, currency },
  ]),
  ['no lines', { ...good, lines: [] }],
  ['lines that are none', { ...good, lines: { 0: line, length: 1 } }],
  ['one line too many', { ...good, lines: Array.from({ length: MAX_LINES + 1 }, () => line) }],
  ['10,000 empty lines', { ...good, lines: Array.from({ length: 10_000 }, () => ({})) }],
  ['an unknown field in a line', lineWith({ discount: 100 })],
  ['nothing to pay', lineWith({ unitPriceMinor: 0 })],
  ['more than the wallet takes', lineWith({ quantity: 2, unitPriceMinor: MAX_AMOUNT_MINOR })],
  ['no currency', { lines: [line] }],
]

/** Where the caller is sent to mend a draft: to its field, or nowhere if the whole body was not taken. */
function placeOf(where: string): RegExp {
  if (/\\u00(00|07|1b)/.test(where)) return /^$/
  const [field = ''] = where.split(' ')
  const isTotal = /^(discountMinor 35\d|more than|nothing)/.test(where)
  return isTotal || /line/.test(where) ? /lines/ : new RegExp(field === 'no' ? 'currency' : field)
}

test('an order that cannot be one is refused with the place of the mistake', async ({
  product,
  sandbox,
  staff,
  visit,
  order,
}) => {
  const { id } = await order(350)
  const before = await everythingKept(product, sandbox)
  const headers = { ...freshKey(), ...ifMatch(1) }
  for (const [where, body] of badDrafts) {
    for (const [method, path] of [
      ['POST', address.spotOrders(visit.spotId)],
      ['PUT', address.order(id)],
    ] as const) {
      const problem = readProblem(await staff.ask(method, path, { body, headers }), 400, 'invalid')
      expect(problem.errors?.length, where).toBeGreaterThan(0)
      expect(problem.errors?.length, where).toBeLessThanOrEqual(20)
      const places = problem.errors?.map((error) => error.path) ?? []
      expect(places.join(), where).toMatch(placeOf(where))
    }
  }
  expect(await everythingKept(product, sandbox)).toEqual(before)
})

test('10,000 lines are too much to be read', async ({ product, sandbox, staff, visit }) => {
  const before = await everythingKept(product, sandbox)
  const body = { ...good, lines: Array.from({ length: 10_000 }, () => line) }
  const path = address.spotOrders(visit.spotId)
  const refused = await staff.ask('POST', path, { body, headers: freshKey() })
  readProblem(refused, 413, 'payload_too_large')
  // A connection with an unread rest of a body would not answer this.
  read(await staff.ask('GET', address.session), 200, Session)
  expect(await everythingKept(product, sandbox)).toEqual(before)
})

test('a transaction key is a key, of a transaction that exists and is new', async ({
  product,
  sandbox,
  staff,
  visit,
  order,
}) => {
  const { transactionKey = '' } = await order(350)
  const before = await everythingKept(product, sandbox)
  const path = address.spotOrders(visit.spotId)
  const put = (body: object) => staff.ask('POST', path, { body, headers: freshKey() })
  for (const key of [
    '',
    'abc',
    'x'.repeat(65),
    'a/b/c/d',
    '../../../x',
    'abcd?x=1',
    5,
    null,
    ['abcd'],
  ]) {
    readProblem(await put({ transactionKey: key }), 400, 'invalid')
  }
  readProblem(await put({ ...good, transactionKey }), 400, 'invalid')
  readProblem(await put({ transactionKey: 'n0SuchTransaction' }), 404, 'not_found')
  readProblem(await put({ transactionKey }), 409, 'conflict')
  expect(await everythingKept(product, sandbox)).toEqual(before)
})

const noSpots = ['0', '-1', '+1', '1.0', '1e3', '007', '0x1', '1%20', '%201', '%D9%A1', 'NaN', '1n']
const hugeSpots = ['9999999999999999', '9007199254740993', '1'.repeat(300)]
const noOrders = ['0', '-1', 'x%2Fy', '%27%20or%201=1', '%F0%9F%98%80', 'a'.repeat(65), '__proto__']

test('an id that cannot be one is 404, and the wallet is not asked for it', async ({
  product,
  sandbox,
  manager,
}) => {
  const before = await everythingKept(product, sandbox)
  const linesBefore = await readsById(sandbox)
  const marker = { spotId: 31_415, orderId: 'marker' }
  for (const { method, path, body, headers } of Object.values(callsOf(marker)).flat()) {
    const ids = path.includes('31415') ? [...noSpots, ...hugeSpots] : noOrders
    if (!/31415|marker/.test(path)) continue
    for (const id of ids) {
      const odd = path.replace(/31415|marker/, id)
      readProblem(await manager.ask(method, odd, { body, headers }), 404, 'not_found')
    }
  }
  expect(await readsById(sandbox)).toEqual(linesBefore)
  expect(await everythingKept(product, sandbox)).toEqual(before)
})

test('an id that nobody has is 404', async ({ product, sandbox, manager }) => {
  const before = await everythingKept(product, sandbox)
  const ids = { spotId: 99_999_999, orderId: randomUUID() }
  for (const { method, path, body, headers } of Object.values(callsOf(ids)).flat()) {
    if (!path.includes(String(ids.spotId)) && !path.includes(ids.orderId)) continue
    const problem = readProblem(
      await manager.ask(method, path, { body, headers }),
      404,
      'not_found',
    )
    expect(problem.detail).toBeDefined()
  }
  expect(await everythingKept(product, sandbox)).toEqual(before)
})
