import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { codeToPay } from './counter.ts'
import { readCode } from './scan.ts'
import { codeForms, codeOfTable } from './table-code.ts'

test('a table’s code is read in both forms', () => {
  const table = { locationId: 3, identifier: 'TABLE 1' }
  for (const form of codeForms) {
    assert.deepEqual(readCode(codeOfTable(table, form)), { kind: 'spot', ...table })
  }
})

test('an order’s code is read bare, and wrapped with its per cent sign encoded', () => {
  const order = { kind: 'order', transactionKey: 'pDAlAZ3z' }
  assert.deepEqual(readCode(codeToPay('pDAlAZ3z')), order)
  assert.deepEqual(readCode('https://paysera.com/app?qr=PAYSERA%25pDAlAZ3z'), order)
})

for (const text of [
  'PAYSERA%',
  'PAYSERA%a b',
  'PAYSERA%%25',
  `PAYSERA%${'k'.repeat(65)}`,
  'paysera%pDAlAZ3z',
  'https://paysera.com/app?qr=PAYSERA%pDAlAZ3z',
  'https://paysera.com.example/app?qr=PAYSERA%25pDAlAZ3z',
  'https://example.org/menu',
  'WIFI:T:WPA;S:Guests;P:secret;;',
  '\u0000',
]) {
  test(`law 7: ${JSON.stringify(text.slice(0, 50))} is no code of Paysera's`, () => {
    assert.deepEqual(readCode(text), { kind: 'other' })
  })
}

test('law 7: no text makes reading fail', () => {
  const start = fc.constantFrom('', 'PAYSERA*3:', 'PAYSERA%', 'https://paysera.com/app?qr=')
  fc.assert(
    fc.property(start, fc.string({ unit: 'binary' }), (start, text) => {
      assert.ok(['spot', 'order', 'other'].includes(readCode(start + text).kind))
    }),
  )
})
