import assert from 'node:assert/strict'
import test from 'node:test'
import { tileNamed } from '#components/floor/testing/tile-fixture.ts'
import { tablesMovedTo } from './moved-to.ts'

const LEFT_AT = 1_000_000
const tableAt = (id: number, status: string, since: number) =>
  tileNamed(`T${id}`, { spot: { id, identifier: `T${id}`, locationId: 3, status }, since })

test('guests may be at a table that began to wait within two minutes of their leaving, the nearest first', () => {
  const { spot: _, ...unscanned } = tileNamed('T9', { since: LEFT_AT })
  const floor = [
    tableAt(1, 'waiting', LEFT_AT),
    tableAt(2, 'waiting', LEFT_AT + 120_000),
    tableAt(3, 'waiting', LEFT_AT - 30_000),
    tableAt(4, 'waiting', LEFT_AT + 120_001),
    tableAt(5, 'waiting', LEFT_AT - 120_001),
    tableAt(6, 'open', LEFT_AT),
    tableAt(7, 'closed', LEFT_AT),
    unscanned,
  ]
  const suggested = tablesMovedTo(floor, 1, LEFT_AT).map(({ name }) => name)
  assert.deepEqual(suggested, ['T3', 'T2'])
})
