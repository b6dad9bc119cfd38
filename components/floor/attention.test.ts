import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { queueUp } from './attention.ts'
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
  assert.deepEqual(queueUp([], tiles), ['T3', 'T2', 'T5', 'T1'])
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
