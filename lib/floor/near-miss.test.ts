import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { editsBetween, nearMiss } from './near-miss.ts'

const house = ['TABLE 11', 'TERRACE 4', 'BAR', 'T1', 'T2'].map((identifier) => ({ identifier }))

function meant(identifier: string, tables = house): string | undefined {
  return nearMiss(identifier, tables)?.identifier
}

test('law 7: a code that is one or two slips away from one table’s is taken for a slip', () => {
  const slips: [string, string][] = [
    ['TABEL 11', 'TABLE 11'],
    ['tabel 11', 'TABLE 11'],
    ['TABLE11', 'TABLE 11'],
    ['TABLE 1l', 'TABLE 11'],
    ['TABLEE 111', 'TABLE 11'],
    ['TERASE 4', 'TERRACE 4'],
    ['BAT', 'BAR'],
    ['BARR', 'BAR'],
  ]
  for (const [typed, identifier] of slips) assert.equal(meant(typed), identifier, typed)
})

test('law 7: letter case and outer space are no slip, and three slips are something else', () => {
  for (const same of ['TABLE 11', 'table 11', ' Table 11 ', 'bar']) {
    assert.equal(meant(same), undefined, same)
  }
  for (const other of ['', 'ABLE', 'TB 11', 'BA', 'T3', 'XYZ', 'TABLE 11 OUTSIDE']) {
    assert.equal(meant(other), undefined, other)
  }
})

test('a code that is as near to several tables names none of them', () => {
  const series = Array.from({ length: 24 }, (_, index) => ({ identifier: `TABLE ${index + 1}` }))
  assert.equal(meant('TABLE 25', series), undefined)
  assert.equal(meant('TABLE 1', [{ identifier: 'TABLE 2' }]), 'TABLE 2')
  assert.equal(meant('TABEL 24', series), 'TABLE 24')
})

test('the number of slips is the same both ways, none between alike, and never more than the longer text', () => {
  const word = fc.string({ maxLength: 12 })
  fc.assert(
    fc.property(word, word, (one, other) => {
      const edits = editsBetween(one, other, 50)
      assert.equal(edits, editsBetween(other, one, 50))
      assert.equal(edits === 0, one === other)
      assert.ok(edits <= Math.max(one.length, other.length))
      for (const most of [0, 1, 2, 5]) {
        assert.equal(editsBetween(one, other, most), Math.min(edits, most + 1))
      }
    }),
  )
})
