import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { agreedPriceMinor, type StatedPrice, walletPrice } from './money.ts'

const readings: [StatedPrice, string, number | undefined][] = [
  [{ price: 1299, priceDecimal: '12.99' }, 'EUR', 1299],
  [{ price: 1290, priceDecimal: '12.9' }, 'EUR', 1290],
  [{ price: 1000, priceDecimal: '10' }, 'EUR', 1000],
  [{ price: 1000, priceDecimal: '10.0000' }, 'EUR', 1000],
  [{ price: 5 }, 'EUR', 5],
  [{ priceDecimal: '0.05' }, 'EUR', 5],
  [{ price: 1299, priceDecimal: '12.98' }, 'EUR', undefined],
  [{ price: 1299, priceDecimal: '1299' }, 'EUR', undefined],
  [{ priceDecimal: '12.999' }, 'EUR', undefined],
  [{ price: 1299, priceDecimal: '12.999' }, 'EUR', undefined],
  [{ price: 50000, priceDecimal: '500' }, 'JPY', 500],
  [{ price: 50050 }, 'JPY', undefined],
  [{ price: 500, priceDecimal: '500' }, 'JPY', undefined],
  [{ price: 123, priceDecimal: '1.234' }, 'KWD', 1234],
  [{ price: 124, priceDecimal: '1.239' }, 'KWD', 1239],
  [{ price: 125, priceDecimal: '1.234' }, 'KWD', undefined],
  [{ price: 150 }, 'KWD', 1500],
  [{ priceDecimal: '9999999999999999.99' }, 'EUR', undefined],
  [{}, 'EUR', undefined],
  [{ price: 1299 }, 'no currency', 1299],
]

for (const [stated, currency, minor] of readings) {
  test(`${JSON.stringify(stated)} ${currency} is ${minor ?? 'no clear amount'}`, () => {
    assert.equal(agreedPriceMinor(stated, currency), minor)
  })
}

test('amounts are stated in hundredths, or as a decimal where hundredths are too coarse', () => {
  assert.deepEqual(walletPrice(1299, 'EUR'), { price: 1299 })
  assert.deepEqual(walletPrice(500, 'JPY'), { price: 50000 })
  assert.deepEqual(walletPrice(1230, 'KWD'), { price: 123 })
  assert.deepEqual(walletPrice(1234, 'KWD'), { price_decimal: '1.234' })
})

test('what is stated is what is read, for every amount and number of digits', () => {
  const currency = fc.constantFrom('EUR', 'HUF', 'JPY', 'KWD', 'CLF')
  const amount = fc.integer({ min: 1, max: 10 ** 13 })
  fc.assert(
    fc.property(amount, currency, (minor, code) => {
      const stated = walletPrice(minor, code)
      const read = 'price' in stated ? stated : { priceDecimal: stated.price_decimal }
      assert.equal(agreedPriceMinor(read, code), minor)
    }),
  )
})

test('two figures agree exactly when they are the same number of cents', () => {
  const cents = fc.bigInt({ min: 0n, max: 10n ** 12n })
  fc.assert(
    fc.property(cents, fc.constantFrom(-1n, 0n, 1n, 100n), (total, difference) => {
      const priceDecimal = `${total / 100n}.${String(total % 100n).padStart(2, '0')}`
      const price = Number(total + difference)
      fc.pre(price >= 0)
      const expected = difference === 0n ? price : undefined
      assert.equal(agreedPriceMinor({ price, priceDecimal }, 'EUR'), expected)
    }),
  )
})

test('what is no amount is never stated', () => {
  for (const minor of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    assert.throws(() => walletPrice(minor, 'EUR'), /amount/)
  }
  assert.throws(() => walletPrice(Number.MAX_SAFE_INTEGER, 'JPY'), /larger/)
  for (const currency of ['eur', 'EURO', '', 'E1R']) {
    assert.throws(() => walletPrice(100, currency), /currency/)
  }
})
