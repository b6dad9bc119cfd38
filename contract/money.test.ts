import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatAmount } from './amount-format.ts'
import { formatMoney, formatShare } from './money-format.ts'
import {
  lineTotalMinor,
  MAX_AMOUNT_MINOR,
  orderTotalMinor,
  parseAmount,
  parseShare,
  shareMinor,
  sumMinor,
} from './money.ts'

const english = { decimal: '.', group: ',' }

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
  const amounts = [0, 5, 1290, -123_456, 100_000_000].map((minor) => formatAmount(minor, english))
  assert.deepEqual(amounts, ['0.00', '0.05', '12.90', '-1,234.56', '1,000,000.00'])
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

const line = fc.record({
  quantity: fc.integer({ min: 1, max: 999 }),
  unitPriceMinor: fc.integer({ min: 0, max: MAX_AMOUNT_MINOR }),
})
const lines = fc.array(line, { maxLength: 100 })
const amount = fc.integer({ min: 0, max: MAX_AMOUNT_MINOR })

test('a total is exact for every order that can be written, whatever its discount', () => {
  fc.assert(
    fc.property(lines, amount, (given, discountMinor) => {
      const exact = given.reduce(
        (sum, { quantity, unitPriceMinor }) => sum + BigInt(quantity) * BigInt(unitPriceMinor),
        -BigInt(discountMinor),
      )
      assert.equal(BigInt(orderTotalMinor(given, discountMinor)), exact)
    }),
  )
})

test('it does not matter how lines are grouped before they are summed', () => {
  fc.assert(
    fc.property(lines, lines, amount, (some, others, discountMinor) => {
      const whole = orderTotalMinor([...some, ...others], discountMinor)
      assert.equal(orderTotalMinor(some) + orderTotalMinor(others, discountMinor), whole)
      assert.equal(sumMinor([...some, ...others].map(lineTotalMinor)) - discountMinor, whole)
    }),
  )
})

test('a share that is taken off and what is left add up to the whole', () => {
  fc.assert(
    fc.property(lines, fc.integer({ min: 0, max: 10_000 }), (given, share) => {
      const whole = orderTotalMinor(given)
      const discountMinor = shareMinor(whole, share)
      assert.ok(discountMinor >= 0 && discountMinor <= whole)
      assert.equal(orderTotalMinor(given, discountMinor) + discountMinor, whole)
    }),
  )
})

test('an amount is shown with the places of its currency, in the language of the person', () => {
  const rows: [amountMinor: number, currency: string, locale: string, shown: string][] = [
    [1290, 'EUR', 'en-GB', '€12.90'],
    [1290, 'EUR', 'lt', '12,90 €'],
    [123_456_789, 'EUR', 'de', '1.234.567,89 €'],
    [129_000, 'JPY', 'en-GB', '¥1,290'],
    [129_000, 'JPY', 'lt', '1 290 ¥'],
    [129_050, 'JPY', 'en-GB', '¥1,290.50'],
    [1290, 'KWD', 'en-GB', 'KWD 12.900'],
    [5, 'KWD', 'de', '0,050 KWD'],
    [0, 'JPY', 'en-GB', '¥0'],
  ]
  for (const [amountMinor, currency, locale, shown] of rows) {
    assert.equal(formatMoney(amountMinor, currency, locale).replace(/[\u00a0\u202f]/g, ' '), shown)
  }
})

test('what is shown is the whole amount, in every language and with 0, 2 and 3 places', () => {
  const currency = fc.constantFrom('JPY', 'ISK', 'EUR', 'PLN', 'KWD', 'TND')
  const locale = fc.constantFrom('en-GB', 'lt', 'lv', 'pl', 'de', 'de-CH', 'fr', 'ar-u-nu-latn')
  const hundredths = fc.integer({ min: 0, max: MAX_AMOUNT_MINOR * 1000 })
  fc.assert(
    fc.property(hundredths, currency, locale, (amountMinor, currency, locale) => {
      const shown = formatMoney(amountMinor, currency, locale)
      const symbol = formatMoney(0, currency, locale)
        .replace(/[\d.,]+/, '')
        .trim()
      const figure = shown.replace(symbol, '')
      const [whole = '', fraction = ''] = figure.split(decimalOf(locale))
      const digits = whole.replace(/\D/g, '') + fraction.replace(/\D/g, '').padEnd(3, '0')
      assert.equal(Number(digits), amountMinor * 10, shown)
    }),
    { numRuns: 500 },
  )
})

test('an amount that is shown can be typed again', () => {
  fc.assert(
    fc.property(amount, (amountMinor) => {
      assert.equal(parseAmount(formatAmount(amountMinor, english).replaceAll(',', '')), amountMinor)
    }),
  )
})

function decimalOf(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5)
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.'
}
