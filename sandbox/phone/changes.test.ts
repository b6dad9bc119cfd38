import assert from 'node:assert/strict'
import test from 'node:test'

type Order = ReturnType<typeof order>
type Spot = { id: number; identifier: string; orders: Order[]; closedOrders: Order[] }
type View = {
  spot: Spot | null
  payments: Order[]
  lastVisit?: { identifier: string; reason: string }
}
type Change = { kind: string; phase?: string; reason?: string; identifier?: string }
const { changesBetween }: { changesBetween: (before: View | undefined, after: View) => Change[] } =
  await import(new URL('changes.js', import.meta.url).href)

function order(id: number, transactionStatus = 'new', priceMinor = 480) {
  const status = transactionStatus === 'new' ? 'pending' : transactionStatus
  return { id, status, transactionStatus, priceMinor, currency: 'EUR', description: 'Wine' }
}

function at(id: number, orders: Order[], closedOrders: Order[] = []): View {
  return { spot: { id, identifier: `TABLE${id}`, orders, closedOrders }, payments: [] }
}

const kinds = (before: View | undefined, after: View) =>
  changesBetween(before, after).map(({ kind, phase }) => phase ?? kind)

test('the first look is no news', () => {
  assert.deepEqual(kinds(undefined, at(1, [order(1)])), [])
})

test('the same again is no news', () => {
  assert.deepEqual(kinds(at(1, [order(1)]), at(1, [order(1)])), [])
})

test('sitting down tells the seat and what is already to be paid there', () => {
  assert.deepEqual(kinds({ spot: null, payments: [] }, at(1, [order(1), order(2, 'confirmed')])), [
    'seated',
    'newOrder',
  ])
})

test('a visit tells each step of an order', () => {
  const steps = [
    at(1, []),
    at(1, [order(1)]),
    at(1, [order(1, 'new', 600)]),
    at(1, [order(1, 'reserved', 600)]),
    at(1, [order(1, 'confirmed', 600)]),
  ]
  const told = steps.slice(1).flatMap((step, place) => kinds(steps[place], step))
  assert.deepEqual(told, ['newOrder', 'changedOrder', 'held', 'paid'])
})

test('an order that ended is told although it moved to the ended ones', () => {
  assert.deepEqual(kinds(at(1, [order(1)]), at(1, [], [order(1, 'deleted')])), ['withdrawn'])
})

test('an order offered again is new to pay', () => {
  assert.deepEqual(kinds(at(1, [], [order(1, 'failed')]), at(1, [order(1)])), ['newOrder'])
})

test('moving tells the end of the one visit and the beginning of the other', () => {
  const after = { ...at(2, []), lastVisit: { identifier: 'TABLE1', reason: 'moved' } }
  const [ended, seated] = changesBetween(at(1, []), after)
  assert.deepEqual(ended, { kind: 'ended', identifier: 'TABLE1', reason: 'moved' })
  assert.equal(seated?.kind, 'seated')
})

const scanned = (...payments: Order[]): View => ({ spot: null, payments })

test('a payment that was scanned by its own code tells its steps without a table', () => {
  assert.deepEqual(kinds(scanned(), scanned(order(7))), ['newOrder'])
  assert.deepEqual(kinds(scanned(order(7)), scanned(order(7, 'reserved'))), ['held'])
})
