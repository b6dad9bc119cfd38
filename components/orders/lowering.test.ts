import assert from 'node:assert/strict'
import test from 'node:test'
import { lowers } from './lowering.ts'

const latte = { title: 'Latte', quantity: 2, unitPriceMinor: 350 }
const cake = { title: 'Cheesecake', quantity: 1, unitPriceMinor: 590 }
const asked = { lines: [latte, cake], discountMinor: 0 }

const rows: [string, Parameters<typeof lowers>[1], boolean][] = [
  ['nothing changed', asked, false],
  ['another order of the lines', { ...asked, lines: [cake, latte] }, false],
  ['one more', { ...asked, lines: [{ ...latte, quantity: 3 }, cake] }, false],
  [
    'a line split in two',
    { ...asked, lines: [{ ...latte, quantity: 1 }, { ...latte, quantity: 1 }, cake] },
    false,
  ],
  ['a line added', { ...asked, lines: [latte, cake, { ...cake, title: 'Tea' }] }, false],
  ['fewer', { ...asked, lines: [{ ...latte, quantity: 1 }, cake] }, true],
  ['a line gone', { ...asked, lines: [latte] }, true],
  ['cheaper', { ...asked, lines: [{ ...latte, unitPriceMinor: 300 }, cake] }, true],
  ['a discount', { ...asked, discountMinor: 1 }, true],
  [
    'a line gone behind a dearer one',
    { ...asked, lines: [latte, { ...cake, title: 'Wine', unitPriceMinor: 9000 }] },
    true,
  ],
  [
    'a discount behind more lines',
    { lines: [{ ...latte, quantity: 9 }, cake], discountMinor: 100 },
    true,
  ],
]

for (const [what, after, expected] of rows) {
  test(`${what} ${expected ? 'lowers' : 'does not lower'} what the guest was asked to pay`, () => {
    assert.equal(lowers(asked, after), expected)
  })
}

test('taking a discount back lowers nothing', () => {
  assert.equal(lowers({ ...asked, discountMinor: 100 }, asked), false)
})
