import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { orderTotalMinor, sumMinor } from './money.ts'
import { reductionsBetween, type Reduction } from './reduction.ts'

const asked = (linesMinor: number, discountMinor = 0) => ({
  totalMinor: linesMinor - discountMinor,
  discountMinor,
})

test('fewer and cheaper lines, and a larger discount, are what a guest is asked less', () => {
  const rows: [before: [number, number?], after: [number, number?], Reduction[]][] = [
    [[1000], [1000], []],
    [[1000], [1500], []],
    [[1000], [700], [{ kind: 'lowered', amountMinor: 300 }]],
    [[1000], [1000, 200], [{ kind: 'discount', amountMinor: 200 }]],
    [[1000], [3000, 2000], [{ kind: 'discount', amountMinor: 2000 }]],
    [[1000, 300], [700], []],
    [
      [1000, 100],
      [700, 300],
      [
        { kind: 'discount', amountMinor: 200 },
        { kind: 'lowered', amountMinor: 300 },
      ],
    ],
  ]
  for (const [before, after, reductions] of rows) {
    assert.deepEqual(reductionsBetween(asked(...before), asked(...after)), reductions)
  }
})

const bill = fc
  .record({
    lines: fc.array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 20 }),
        unitPriceMinor: fc.integer({ min: 0, max: 10_000 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ lines, share }) => {
    const linesMinor = orderTotalMinor(lines)
    return asked(linesMinor, Math.floor(linesMinor * share))
  })

test('no way of changing an order, in however many steps, asks less than its reductions say', () => {
  fc.assert(
    fc.property(fc.array(bill, { minLength: 2, maxLength: 8 }), (versions) => {
      const steps = versions.slice(1).flatMap((after, index) => {
        const before = versions[index]
        return before ? reductionsBetween(before, after) : []
      })
      assert.ok(steps.every(({ amountMinor }) => amountMinor > 0))
      const [first, last] = [versions[0], versions.at(-1)]
      assert.ok(first && last)
      const reducedMinor = sumMinor(steps.map(({ amountMinor }) => amountMinor))
      assert.ok(reducedMinor >= first.totalMinor - last.totalMinor)
      assert.ok(reducedMinor >= last.discountMinor - first.discountMinor)
    }),
  )
})
