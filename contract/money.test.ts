import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  formatAmount,
  formatMoney,
  formatShare,
  orderTotalMinor,
  parseAmount,
  parseShare,
  shareMinor,
} from './money.ts'

test('a total is the sum of its lines less the discount, and nothing is plain zero', () => {
  const lines = [
    { quantity: 2, unitPriceMinor: 350 },
    { quantity: 1, unitPriceMinor: 590 },
  ]
  assert.equal(orderTotalMinor(lines), 1290)
  assert.equal(orderTotalMinor(lines, 90), 1200)
  assert.ok(Object.is(orderTotalMinor([]), 0))
})

test('a typed price is read with a dot or a comma, and anything else is no price', () => {
  assert.deepEqual(['3', '3.5', '3,50', ' 12.90 ', '0'].map(parseAmount), [300, 350, 350, 1290, 0])
  for (const slip of ['', '-1', '1.234', '1e3', 'abc', '1 000', '1.', '.5', '1234567', '٣']) {
    assert.equal(parseAmount(slip), null, slip)
  }
})

test('amounts always show two places', () => {
  assert.equal(formatAmount(1290, 'en'), '12.90')
  assert.equal(formatMoney(500, 'EUR', 'en'), '€5.00')
})

test('a share of an amount is rounded half up to the minor unit', () => {
  const rows: [amountMinor: number, share: number, expected: number][] = [
    [1290, 1000, 129],
    [1295, 1000, 130],
    [1294, 1000, 129],
    [1, 5000, 1],
    [1, 4999, 0],
    [333, 1250, 42],
    [1005, 50, 5],
    [10_000_000, 10_000, 10_000_000],
    [10_000_000, 0, 0],
    [0, 1000, 0],
  ]
  for (const [amountMinor, share, expected] of rows) {
    assert.equal(shareMinor(amountMinor, share), expected, `${share} of ${amountMinor}`)
  }
})

test('a share is what whole-number arithmetic of any size says, for every amount that a number can hold', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
      fc.integer({ min: 0, max: 10_000 }),
      (amountMinor, share) => {
        const exact = (BigInt(amountMinor) * BigInt(share) * 2n + 10_000n) / 20_000n
        assert.equal(BigInt(shareMinor(amountMinor, share)), exact)
      },
    ),
  )
})

test('a typed share is read with or without its sign, and more than all is none', () => {
  const typed = ['10', '12.5', '7,25', ' 10 % ', '10%', '0', '100']
  assert.deepEqual(typed.map(parseShare), [1000, 1250, 725, 1000, 1000, 0, 10_000])
  for (const slip of ['', '%', '-10', '100.01', '1.234', '10 %%', '1e1', 'ten']) {
    assert.equal(parseShare(slip), null, slip)
  }
  assert.equal(formatShare(1000, 'en'), '10')
  assert.equal(formatShare(1250, 'en'), '12.5')
})
