import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatAmount } from '#contract/amount-format.ts'
import { text } from './board.ts'

test('an amount is written as the language of the words writes it', () => {
  const format = new Intl.NumberFormat(text.locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (amountMinor) => {
      assert.equal(formatAmount(amountMinor, text.figures), format.format(amountMinor / 100))
    }),
  )
})
