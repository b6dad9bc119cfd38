import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Order } from '#contract/order.ts'
import { Split } from '#contract/order.ts'
import { equalParts, firstChoice, mostParts, splitOf } from './split-choice.ts'
import type { SplitChoice } from './split-choice.ts'

const latte = { title: 'Latte', quantity: 2, unitPriceMinor: 350 }
const cake = { title: 'Cake', quantity: 1, unitPriceMinor: 301 }
const order: Order = {
  id: 'o1',
  version: 3,
  spotId: 12,
  status: 'pending',
  lines: [latte, cake],
  discountMinor: 0,
  totalMinor: 1001,
  currency: 'EUR',
  createdBy: 'Ona',
  createdAt: 1,
}

function choose(choice: Partial<SplitChoice>, of = order) {
  return splitOf(of, { ...firstChoice(of), ...choice })
}

test('each choice shows what every part pays, and sends what it shows', () => {
  const rows: [string, Partial<SplitChoice>, Split, number[]][] = [
    ['into two', { count: 2 }, { evenly: 2 }, [501, 500]],
    ['into three', { count: 3 }, { evenly: 3 }, [334, 334, 333]],
    [
      'one latte goes',
      { way: 'lines', taken: [1, 0] },
      { lines: [{ index: 0, quantity: 1 }] },
      [651, 350],
    ],
    [
      'the cake goes',
      { way: 'lines', taken: [0, 1] },
      { lines: [{ index: 1, quantity: 1 }] },
      [700, 301],
    ],
    ['five in the app', { way: 'amount', typedAmount: '5' }, { amountMinor: 500 }, [501, 500]],
    [
      'all but a cent in cash',
      { way: 'amount', typedAmount: '10,00', how: 'cash' },
      { amountMinor: 1000, settledWith: 'cash' },
      [1, 1000],
    ],
  ]
  for (const [name, choice, split, totals] of rows) {
    const chosen = choose(choice)
    assert.deepEqual(chosen?.split, split, name)
    assert.deepEqual(
      chosen?.parts.map(({ totalMinor }) => totalMinor),
      totals,
      name,
    )
  }
})

test('what does not divide the order cannot be sent', () => {
  const rows: [string, Partial<SplitChoice>][] = [
    ['one part', { count: 1 }],
    ['more parts than there can be', { count: 21 }],
    ['no line', { way: 'lines', taken: [0, 0] }],
    ['every line', { way: 'lines', taken: [2, 1] }],
    ['more than there is', { way: 'lines', taken: [3, 0] }],
    ['no amount', { way: 'amount', typedAmount: '' }],
    ['nothing', { way: 'amount', typedAmount: '0' }],
    ['a slip of the finger', { way: 'amount', typedAmount: '5..' }],
    ['everything', { way: 'amount', typedAmount: '10.01' }],
    ['more than everything', { way: 'amount', typedAmount: '11' }],
  ]
  for (const [name, choice] of rows) assert.equal(choose(choice), null, name)
})

test('what stays and what goes is named, and a share of everything is not', () => {
  const [rest, part] = choose({ way: 'lines', taken: [1, 1] })?.parts ?? []
  assert.deepEqual(rest?.lines, [{ ...latte, quantity: 1 }])
  assert.deepEqual(part?.lines, [{ ...latte, quantity: 1 }, cake])
  const shares = choose({ count: 2 })?.parts ?? []
  assert.deepEqual(
    shares.map(({ lines }) => lines),
    [[], []],
  )
})

test('only the amount that was taken otherwise is taken otherwise', () => {
  const parts = choose({ way: 'amount', typedAmount: '5', how: 'card' })?.parts ?? []
  assert.deepEqual(
    parts.map(({ paid }) => paid),
    ['app', 'card'],
  )
})

test('an order of a few cents has no more parts than cents', () => {
  const small = {
    ...order,
    lines: [{ title: 'Sweet', quantity: 1, unitPriceMinor: 3 }],
    totalMinor: 3,
  }
  assert.equal(mostParts(small), 3)
  assert.equal(mostParts(order), 20)
  assert.equal(choose({ count: 4 }, small), null)
  assert.deepEqual(
    choose({ count: 3 }, small)?.parts.map(({ totalMinor }) => totalMinor),
    [1, 1, 1],
  )
})

test('those who pay the same are counted together', () => {
  const parts = choose({ count: 3 })?.parts ?? []
  assert.deepEqual(equalParts(parts), [
    { count: 2, totalMinor: 334 },
    { count: 1, totalMinor: 333 },
  ])
})

test('however an order is split, its parts add up to it exactly, and the wire takes it', () => {
  const line = fc.record({
    title: fc.constantFrom('Latte', 'Cake', 'Tea'),
    quantity: fc.integer({ min: 1, max: 20 }),
    unitPriceMinor: fc.integer({ min: 1, max: 5000 }),
  })
  const some = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    way: fc.constantFrom('evenly', 'lines', 'amount'),
    count: fc.integer({ min: 2, max: 20 }),
    share: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
    amount: fc.integer({ min: 1, max: 200_000 }),
    discountMinor: fc.integer({ min: 0, max: 500 }),
  })
  fc.assert(
    fc.property(some, ({ lines, way, count, share, amount, discountMinor }) => {
      const sum = lines.reduce((total, one) => total + one.quantity * one.unitPriceMinor, 0)
      fc.pre(sum > discountMinor)
      const billed: Order = { ...order, lines, discountMinor, totalMinor: sum - discountMinor }
      const taken = lines.map(({ quantity }, index) => Math.floor(quantity * (share[index] ?? 0)))
      const typedAmount = (amount / 100).toFixed(2)
      const chosen = choose({ way, count, taken, typedAmount }, billed)
      if (!chosen) return
      const total = chosen.parts.reduce((all, { totalMinor }) => all + totalMinor, 0)
      assert.equal(total, billed.totalMinor)
      assert.ok(chosen.parts.every(({ totalMinor }) => totalMinor >= 1))
      assert.ok(Split.safeParse(chosen.split).success)
    }),
  )
})
