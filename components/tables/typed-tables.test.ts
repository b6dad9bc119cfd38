import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Table, Tables, Unregistered } from '#contract/table.ts'
import { firstTables } from './first-tables.ts'
import { identifiersOf, newAmong } from './series.ts'
import { changeOf, draftOf, typedOf } from './typed-table.ts'

const window: Table = {
  id: 'w',
  locationId: 3,
  identifier: 'T1',
  name: 'Window',
  area: null,
  seats: 4,
  state: 'in_use',
  version: 1,
  checkedAt: null,
  checkedBy: null,
}

function spot(spotId: number, locationId: number, shown: string) {
  return { spotId, locationId, identifier: shown, shown, isOpen: false }
}

test('a series counts from its first number to its last, with zeros where they are wanted', () => {
  const series = { prefix: 'T', from: '8', to: '11', digits: 1 }
  assert.deepEqual(identifiersOf(series), ['T8', 'T9', 'T10', 'T11'])
  assert.deepEqual(identifiersOf({ ...series, digits: 2 }), ['T08', 'T09', 'T10', 'T11'])
  assert.deepEqual(identifiersOf({ ...series, prefix: 'TABLE ', to: '8' }), ['TABLE 8'])
  assert.deepEqual(identifiersOf({ ...series, prefix: '', to: '8' }), ['8'])
  assert.equal(identifiersOf({ ...series, from: '1', to: '500' })?.length, 500)
  for (const to of ['7', '', '1e2', '-9', '508', '12345', 'x']) {
    assert.equal(identifiersOf({ ...series, to }), null, to)
  }
})

test('law 7: what differs in letter case alone is not new', () => {
  const { fresh, known } = newAmong(['t1', 'T2'], 3, [window])
  assert.deepEqual([fresh, known], [['T2'], [window]])
  assert.deepEqual(newAmong(['t1'], 4, [window]).fresh, ['t1'])
})

test('what was typed is a table, or the fields that are wrong are named', () => {
  const typed = typedOf(window)
  assert.deepEqual(draftOf(typed).draft, {
    locationId: 3,
    identifier: 'T1',
    name: 'Window',
    area: null,
    seats: 4,
  })
  assert.equal(draftOf({ ...typed, name: ' ' }).draft?.name, 'T1')
  const wrong = { name: 'x'.repeat(41), identifier: 'a\u202eb', area: 'a\nb', seats: '4.5' }
  assert.deepEqual(draftOf({ ...typed, ...wrong }), {
    draft: null,
    wrong: new Set(['identifier', 'name', 'area', 'seats']),
  })
  for (const seats of ['0', '1000', '-1', '1e1']) {
    assert.deepEqual([...draftOf({ ...typed, seats }).wrong], ['seats'], seats)
  }
})

test('only what is another thing is changed', () => {
  const draft = { locationId: 3, identifier: 'T1', name: 'Door', area: 'Inside', seats: null }
  assert.deepEqual(changeOf(window, draft), { name: 'Door', area: 'Inside', seats: null })
})

test('the first tables of a location tell which codes will be in no register', () => {
  const unregistered: Unregistered = {
    spots: [spot(1, 3, 'T1'), spot(2, 3, 'T2'), spot(3, 4, 'T3')],
    more: 0,
  }
  const register: Tables = { version: 1, tables: [], locations: [{ id: 3, title: 'Café' }] }
  const wanted = [{ locationId: 3, identifier: 't1' }]
  assert.deepEqual(firstTables(register, wanted, unregistered), [
    { title: 'Café', codes: ['T2'], isMore: false },
  ])
  assert.deepEqual(firstTables({ ...register, tables: [window] }, wanted, unregistered), [])
  const retired: Table = { ...window, state: 'retired' }
  assert.equal(firstTables({ ...register, tables: [retired] }, wanted, unregistered).length, 1)
})
