import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { codeForms, codeOfTable, isRecommended, parseTableCode } from './table-code.ts'

const locationId = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })
const identifier = fc.string({ minLength: 1, maxLength: 300, unit: 'binary' })
const form = fc.constantFrom(...codeForms)

test('the reference writes TABLE1 at location 3 like this', () => {
  const table = { locationId: 3, identifier: 'TABLE1' }
  assert.equal(codeOfTable(table), 'PAYSERA*3:TABLE1')
  assert.equal(codeOfTable(table, 'wrapped'), 'https://paysera.com/app?qr=PAYSERA*3%3ATABLE1')
  assert.deepEqual(parseTableCode('https://paysera.com/app?qr=PAYSERA*3:TABLE1'), table)
})

test('a code says exactly what it was made of', () => {
  fc.assert(
    fc.property(locationId, identifier, form, (locationId, identifier, form) => {
      const table = { locationId, identifier }
      assert.deepEqual(parseTableCode(codeOfTable(table, form)), table)
    }),
  )
})

for (const identifier of [
  'T:1:2',
  ':',
  '100%',
  '%41',
  '%',
  'A+B C',
  ' TABLE 1 ',
  'table1',
  'Staliukas prie lango ąčęėįšųūž',
  '🍕👩‍👩‍👧',
  '\u202e1ELBAT',
  '\n',
  '?a=b&c#d',
  'PAYSERA*3:TABLE1',
  'https://paysera.com/app?qr=PAYSERA*3%3ATABLE1',
  'Ž'.repeat(300),
]) {
  test(`${JSON.stringify(identifier.slice(0, 40))} comes out of both forms as it was`, () => {
    for (const form of codeForms) {
      const table = { locationId: 9975, identifier }
      assert.deepEqual(parseTableCode(codeOfTable(table, form)), table)
    }
  })
}

test('the wrapped form is an address whose only parameter is the bare form', () => {
  fc.assert(
    fc.property(locationId, identifier, (locationId, identifier) => {
      const table = { locationId, identifier }
      const url = new URL(codeOfTable(table, 'wrapped'))
      assert.equal(url.origin + url.pathname, 'https://paysera.com/app')
      assert.deepEqual([...url.searchParams], [['qr', codeOfTable(table)]])
      assert.equal(url.hash, '')
    }),
  )
})

for (const text of [
  '',
  'PAYSERA*',
  'PAYSERA*3',
  'PAYSERA*3:',
  'PAYSERA*:TABLE1',
  'PAYSERA*0:TABLE1',
  'PAYSERA*03:TABLE1',
  'PAYSERA*-3:TABLE1',
  'PAYSERA*3.5:TABLE1',
  'PAYSERA*3e2:TABLE1',
  'PAYSERA*٣:TABLE1',
  'PAYSERA*9007199254740993:TABLE1',
  'PAYSERA*99999999999999999999:TABLE1',
  'paysera*3:TABLE1',
  ' PAYSERA*3:TABLE1',
  'PAYSERA%pDAlAZ3z',
  'EVP000000000001',
  'PAYSERA*3:\ud800',
  'https://paysera.com/app?qr=',
  'https://paysera.com/app?qr=%',
  'https://paysera.com/app?qr=%ff',
  'https://paysera.com/app?qr=PAYSERA*3%3AT&qr=PAYSERA*4%3AT',
  'https://paysera.com/app?qr=PAYSERA*3%3AT#more',
  'https://paysera.com/app?qr=PAYSERA%25pDAlAZ3z',
  'https://paysera.com.example/app?qr=PAYSERA*3%3AT',
  'https://paysera.com@example.org/app?qr=PAYSERA*3%3AT',
  'http://paysera.com/app?qr=PAYSERA*3%3AT',
  'javascript:alert(1)',
]) {
  test(`law 7: ${JSON.stringify(text.slice(0, 60))} is no table's code`, () => {
    assert.equal(parseTableCode(text), null)
  })
}

test('law 7: no text makes reading a code fail', () => {
  const start = fc.constantFrom('', 'PAYSERA*', 'PAYSERA*3:', 'https://paysera.com/app?qr=')
  fc.assert(
    fc.property(start, fc.string({ unit: 'binary' }), fc.string(), (start, text, more) => {
      const table = parseTableCode(start + text + more)
      if (table) assert.ok(Number.isSafeInteger(table.locationId) && table.identifier !== '')
    }),
  )
  assert.equal(parseTableCode(`PAYSERA*3:${'\udfff'.repeat(9)}`), null)
  assert.equal(parseTableCode('PAYSERA*3'.repeat(100_000)), null)
})

test('recommended are upper case letters, digits and space, as the reference says', () => {
  for (const good of ['TABLE1', 'T 12', '7', 'Z']) assert.equal(isRecommended(good), true, good)
  for (const other of ['', 'table1', 'T-1', 'T:1', 'T1\n', 'Ž1', 'T%1', 'Т1', 'T\u00a01']) {
    assert.equal(isRecommended(other), false, other)
  }
})
