import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Table, Tables } from '#contract/table.ts'
import {
  areasOf,
  orderOver,
  tablesBy,
  withAreaMoved,
  withTableDropped,
  withTableMoved,
} from './table-order.ts'

function table(id: string, area: string | null, state: Table['state'] = 'in_use'): Table {
  return {
    id,
    area,
    state,
    locationId: 3,
    identifier: id,
    name: id,
    seats: null,
    version: 1,
    checkedAt: null,
    checkedBy: null,
  }
}

const register: Tables = {
  version: 1,
  locations: [{ id: 3, title: 'Café' }],
  tables: [
    table('a', 'Inside'),
    table('t', 'Terrace'),
    table('x', null, 'retired'),
    table('b', 'Inside'),
    table('c', null),
    table('d', 'Inside'),
  ],
}

test('tables stand in areas, in the order of their first ones; those of none under their location', () => {
  assert.deepEqual(
    areasOf(register.tables, register.locations).map(({ name, tables }) => [
      name,
      tables.map(({ id }) => id).join(''),
    ]),
    [
      ['Inside', 'abd'],
      ['Terrace', 't'],
      ['Café', 'c'],
    ],
  )
})

test('a table moves within its area, and the areas stay together', () => {
  assert.equal(withTableMoved(register, 'b', 'up').join(''), 'badtcx')
  assert.equal(withTableMoved(register, 'b', 'down').join(''), 'adbtcx')
  assert.equal(withTableMoved(register, 'a', 'up').join(''), 'abdtcx')
  assert.equal(withTableMoved(register, 'd', 'down').join(''), 'abdtcx')
})

test('an area moves with its tables', () => {
  assert.equal(withAreaMoved(register, 'Terrace', 'up').join(''), 'tabdcx')
  assert.equal(withAreaMoved(register, 'Café', 'up').join(''), 'abdctx')
})

test('a table is dropped in the place of another of its area, and of no other', () => {
  assert.equal(withTableDropped(register, 'a', 'd')?.join(''), 'bdatcx')
  assert.equal(withTableDropped(register, 'd', 'a')?.join(''), 'dabtcx')
  for (const elsewhere of ['t', 'x', 'a', 'nobody']) {
    assert.equal(withTableDropped(register, 'a', elsewhere), null)
  }
})

test('an order over another register names each of its tables once', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 8 }).map(String))
  fc.assert(
    fc.property(ids, ids, (made, present) => {
      const tables = present.map((id) => table(id, null))
      const over = orderOver(made, tables)
      assert.deepEqual(over.toSorted(), present.toSorted())
      assert.deepEqual(
        over.filter((id) => made.includes(id)),
        made.filter((id) => present.includes(id)),
      )
      assert.deepEqual(
        tablesBy(made, tables).map(({ id }) => id),
        over,
      )
    }),
  )
})
