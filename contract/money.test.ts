import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatAmount, formatMoney, orderTotalMinor, parseAmount } from './money.ts'

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
