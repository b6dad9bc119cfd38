import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { orderTotalMinor } from './money.ts'
import { isShare, splitAmount, splitByLines, splitEvenly, type Bill } from './split.ts'

const line = fc.record({
  title: fc.constantFrom('Latte', 'Espresso', 'Honey cake'),
  quantity: fc.integer({ min: 1, max: 9 }),
  unitPriceMinor: fc.integer({ min: 0, max: 5000 }),
})
const bill: fc.Arbitrary<Bill> = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 6 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([lines, share]) => ({
    lines,
    discountMinor: Math.floor(Math.max(0, orderTotalMinor(lines) - 1) * share),
  }))

const totalOf = ({ lines, discountMinor }: Bill) => orderTotalMinor(lines, discountMinor)
const sumOf = (parts: readonly Bill[]) => parts.reduce((sum, part) => sum + totalOf(part), 0)

test('even parts add up exactly and differ by a cent at most', () => {
  fc.assert(
    fc.property(bill, fc.integer({ min: 2, max: 20 }), (whole, count) => {
      const parts = splitEvenly(whole, count)
      const totals = parts.map(totalOf)
      assert.equal(parts.length, count)
      assert.equal(sumOf(parts), totalOf(whole))
      assert.ok(Math.max(...totals) - Math.min(...totals) <= 1)
    }),
  )
})

test('what is split off by lines and what stays add up exactly, discount included', () => {
  fc.assert(
    fc.property(
      bill,
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 6 }),
      (whole, taken) => {
        const chosen = taken.flatMap((quantity, index) =>
          quantity > 0 ? [{ index, quantity }] : [],
        )
        const parts = splitByLines(whole, chosen)
        if (!parts) return
        assert.equal(sumOf(parts), totalOf(whole))
        for (const part of parts) {
          assert.ok(totalOf(part) >= 1)
          assert.ok(part.discountMinor >= 0)
        }
      },
    ),
  )
})

test('a discount goes with the lines, rounded half up for the part', () => {
  const whole = {
    lines: [
      { title: 'Latte', quantity: 2, unitPriceMinor: 350 },
      { title: 'Espresso', quantity: 1, unitPriceMinor: 200 },
    ],
    discountMinor: 95,
  }
  const [rest, part] = splitByLines(whole, [{ index: 0, quantity: 1 }]) ?? []
  assert.deepEqual(part, {
    lines: [{ title: 'Latte', quantity: 1, unitPriceMinor: 350 }],
    discountMinor: 37,
  })
  assert.equal(rest?.discountMinor, 58)
  assert.equal(rest.lines.length, 2)
})

test('nothing is split off that is not there, or that would leave nothing', () => {
  const whole = { lines: [{ title: 'Latte', quantity: 2, unitPriceMinor: 350 }], discountMinor: 0 }
  assert.equal(splitByLines(whole, [{ index: 1, quantity: 1 }]), null)
  assert.equal(splitByLines(whole, [{ index: 0, quantity: 3 }]), null)
  assert.equal(splitByLines(whole, [{ index: 0, quantity: 2 }]), null)
  assert.equal(splitAmount(whole, 700), null)
  assert.deepEqual(splitAmount(whole, 300)?.map(totalOf), [400, 300])
})

test('a share says what it is a share of, and is known from what was ordered', () => {
  const lines = [{ title: 'Latte', quantity: 2, unitPriceMinor: 350 }]
  const shares = splitEvenly({ lines, discountMinor: 0 }, 2).flatMap((part) => part.lines)
  assert.deepEqual(
    shares.map(({ title }) => title),
    ['Share of 2 × Latte', 'Share of 2 × Latte'],
  )
  assert.deepEqual([shares.every(isShare), lines.some(isShare)], [true, false])
})
