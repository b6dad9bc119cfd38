import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Tile } from '#contract/floor.ts'
import { nextWay, queueUp, tilesThatNeedMe } from './attention.ts'
import { defaultView } from '#contract/view.ts'
import { overviewOf } from './overview.ts'
import { tileNamed } from './testing/tile-fixture.ts'

const waiting = (name: string, since: number) => tileNamed(name, { status: 'waiting', since })

test('at first whoever needs a person longest stands in front', () => {
  const tiles = [
    waiting('T1', 300),
    tileNamed('T2', { status: 'open', heldMinor: 5, since: 1, heldSince: 200 }),
    waiting('T3', 100),
    tileNamed('T4', { status: 'open', unpaidMinor: 5 }),
    tileNamed('T5', { status: 'open', unpaidMinor: 5, since: 1, askingSince: 250 }),
  ]
  assert.deepEqual(queueUp([], overviewOf(tiles).needing), ['T3', 'T2', 'T5', 'T1'])
})

test('new ones join at the end, also when they have needed somebody for longer', () => {
  const before = queueUp([], [waiting('T1', 300)])
  assert.deepEqual(queueUp(before, [waiting('T1', 300), waiting('T2', 10)]), ['T1', 'T2'])
})

test('while nothing changes the same queue comes back', () => {
  const queue = queueUp([], [waiting('T1', 1)])
  assert.equal(queueUp(queue, [waiting('T1', 1)]), queue)
})

test('whatever happens, those who stay keep their order, and everybody in need stands there once', () => {
  const name = fc.constantFrom('A', 'B', 'C', 'D', 'E')
  const moment = fc.uniqueArray(fc.record({ name, since: fc.nat(9) }), {
    selector: (row) => row.name,
  })
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 6 }), (moments) => {
      let queue: readonly string[] = []
      for (const rows of moments) {
        const next = queueUp(
          queue,
          rows.map((row) => waiting(row.name, row.since)),
        )
        assert.deepEqual(next.toSorted(), rows.map((row) => row.name).toSorted())
        const stayed = queue.filter((key) => next.includes(key))
        assert.deepEqual(next.slice(0, stayed.length), stayed)
        queue = next
      }
    }),
  )
})

const spotted = (name: string, id: number, since: number, rest: Partial<Tile> = {}) =>
  tileNamed(name, {
    since,
    spot: { id, identifier: name, locationId: 3, status: 'waiting' },
    ...rest,
  })
const going = { staffId: 'a', name: 'Rasa', since: 5 }

test('next leads to who has needed a person longest and nobody goes to, then on through the queue and round', () => {
  const needing = [
    spotted('T1', 1, 30),
    spotted('T2', 2, 10),
    spotted('T3', 3, 20),
    spotted('T4', 4, 5, { going }),
  ]
  assert.equal(nextWay(needing, null), '/spots/2')
  assert.equal(nextWay(needing, '/spots/2'), '/spots/3')
  assert.equal(nextWay(needing, '/spots/3'), '/spots/1')
  assert.equal(nextWay(needing, '/spots/1'), '/spots/2')
  assert.equal(nextWay(needing, '/spots/99'), '/spots/2')
})

test('where somebody goes to everybody, next still leads to them; where nobody needs a person, nowhere', () => {
  assert.equal(nextWay([spotted('T4', 4, 5, { going })], null), '/spots/4')
  assert.equal(nextWay([spotted('T4', 4, 5)], '/spots/4'), '/spots/4')
  assert.equal(nextWay([], '/spots/4'), null)
})

test('who needs me stands in an area that I follow, or in one that nobody who looks follows', () => {
  const tiles = ['Hall', 'Terrace', 'Bar', null].map((area, id) =>
    spotted(`T${id}`, id, 1, { area }),
  )
  const floor = {
    boot: 'b',
    version: 1,
    title: '',
    asOf: 1,
    trouble: null,
    openAsOf: 1,
    followed: ['Hall', 'Terrace'],
    tiles,
  }
  const names = (areas: string[], followed: string[] | null) =>
    tilesThatNeedMe({ ...floor, followed }, { ...defaultView, areas }, 2).map(({ name }) => name)
  assert.deepEqual(names(['Hall'], ['Hall', 'Terrace']), ['T0', 'T2', 'T3'])
  assert.deepEqual(names(['Hall'], null), ['T0'])
  assert.deepEqual(names([''], ['', 'Hall', 'Terrace', 'Bar']), ['T3'])
  assert.deepEqual(names([], ['Hall']), ['T0', 'T1', 'T2', 'T3'])
})
