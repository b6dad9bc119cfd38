import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { agreedPriceMinor, assertPayable, type StatedPrice } from './money.ts'

const readings: [StatedPrice, number | undefined][] = [
  [{ price: 1299, priceDecimal: '12.99' }, 1299],
  [{ price: 1290, priceDecimal: '12.9' }, 1290],
  [{ price: 1000, priceDecimal: '10' }, 1000],
  [{ price: 1000, priceDecimal: '10.0000' }, 1000],
  [{ price: 0, priceDecimal: '0.00' }, 0],
  [{ price: 5 }, 5],
  [{ priceDecimal: '0.05' }, 5],
  [{ priceDecimal: '0.29' }, 29],
  [{ price: 1299, priceDecimal: '12.98' }, undefined],
  [{ price: 1299, priceDecimal: '1299' }, undefined],
  [{ priceDecimal: '12.999' }, undefined],
  [{ price: 1299, priceDecimal: '12.999' }, undefined],
  [{ priceDecimal: '9999999999999999.99' }, undefined],
  [{}, undefined],
]

for (const [stated, minor] of readings) {
  test(`${JSON.stringify(stated)} is ${minor ?? 'no clear amount'}`, () => {
    assert.equal(agreedPriceMinor(stated), minor)
  })
}

test('two figures agree exactly when they are the same number of hundredths', () => {
  const total = fc.bigInt({ min: 0n, max: BigInt(Number.MAX_SAFE_INTEGER) - 100n })
  const difference = fc.constantFrom(-100n, -1n, 0n, 1n, 100n)
  const zeros = fc.integer({ min: 0, max: 5 })
  fc.assert(
    fc.property(total, difference, zeros, (hundredths, off, trailing) => {
      fc.pre(hundredths + off >= 0n)
      const fraction = String(hundredths % 100n).padStart(2, '0') + '0'.repeat(trailing)
      const priceDecimal = `${hundredths / 100n}.${fraction}`
      const price = Number(hundredths + off)
      assert.equal(agreedPriceMinor({ priceDecimal }), Number(hundredths))
      assert.equal(agreedPriceMinor({ price, priceDecimal }), off === 0n ? price : undefined)
    }),
  )
})

test('what is no amount is never asked for', () => {
  assertPayable(1, 'EUR')
  for (const minor of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    assert.throws(() => assertPayable(minor, 'EUR'), /amount/)
  }
  for (const currency of ['eur', 'EURO', '', 'E1R']) {
    assert.throws(() => assertPayable(100, currency), /currency/)
  }
})
