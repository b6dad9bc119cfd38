import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { matchKey, Register } from './identifier.ts'

const identifier = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom('TABLE 1', 'straße', 'ΑΣ', 'İ', 'ﬁ', 'a:b', '50%', 'Žemyna'),
)
const space = fc.constantFrom('', ' ', '\t', '\u00a0', '  \n')

test('law 7: neither letter case nor the space around it makes another identifier', () => {
  fc.assert(
    fc.property(identifier, space, space, (text, before, behind) => {
      const key = matchKey(text)
      assert.equal(matchKey(key), key)
      assert.equal(matchKey(before + text + behind), key)
      assert.equal(matchKey(text.toUpperCase()), key)
      assert.equal(matchKey(text.normalize('NFD')), key)
    }),
  )
  for (const [one, other] of [
    ['TABLE1', 'table1'],
    [' Table 7 ', 'TABLE 7'],
    ['straße', 'STRASSE'],
  ] as const) {
    assert.equal(matchKey(one), matchKey(other))
  }
})

test('identifiers that people would tell apart stay apart', () => {
  const apart = ['TABLE 1', 'TABLE 11', 'TABLE1', 'TABLE-1', 'TABEL 1', 'T:1', 'T%3A1']
  assert.equal(new Set(apart.map(matchKey)).size, apart.length)
})

const table = { id: 'a', locationId: 3, identifier: 'TABLE 1' }
const namesake = { id: 'b', locationId: 4, identifier: 'table 1' }
const other = { id: 'c', locationId: 4, identifier: 'BAR' }

test('a spot is a table of its own location', () => {
  const register = new Register([table, namesake, other])
  assert.equal(register.tableOf({ locationId: 3, identifier: 'table 1 ' }), table)
  assert.equal(register.tableOf({ locationId: 4, identifier: 'TABLE 1' }), namesake)
  assert.equal(register.tableOf({ locationId: 3, identifier: 'BAR' }), undefined)
  assert.equal(register.tableOf({ locationId: 3, identifier: null }), undefined)
})

test('where the wallet keeps the location to itself, an identifier that is there once is enough', () => {
  const register = new Register([table, namesake, other])
  assert.equal(register.tableOf({ locationId: null, identifier: 'bar' }), other)
  assert.equal(register.tableOf({ locationId: null, identifier: 'TABLE 1' }), undefined)
  assert.equal(register.isStranger({ locationId: null, identifier: 'TABLE 1' }), false)
  assert.equal(register.isStranger({ locationId: null, identifier: 'TABLE 2' }), true)
})

test('law 7: there are strangers only where tables are registered', () => {
  const empty = new Register<typeof table>([])
  const ofThree = new Register([table])
  fc.assert(
    fc.property(identifier, fc.constantFrom(3, 4, null), (text, locationId) => {
      const spot = { locationId, identifier: text }
      assert.equal(empty.isStranger(spot), false)
      const isTable = matchKey(text) === matchKey('TABLE 1')
      assert.equal(ofThree.isStranger(spot), locationId !== 4 && !isTable)
    }),
  )
  assert.equal(ofThree.isStranger({ locationId: 3, identifier: null }), false)
})
