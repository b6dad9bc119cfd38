import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eachDatabase } from '#lib/database/testing/databases.ts'
import { LiveFloor } from './live-floor.ts'
import type { Reading } from './merge.ts'

const list = (status: 'waiting' | 'open', ids: number[], at: number): Reading => ({
  kind: 'list',
  status,
  spots: ids.map((id) => ({ id, status, identifier: `T${id}` })),
  startedAt: at,
  at: at + 100,
})

const sinceOf = (floor: LiveFloor) =>
  new Map(floor.hub.current().tiles.map(({ key, since }) => [key, since]))

eachDatabase('law 6: the floor after a restart', (open) => {
  test('says since when it is so, and asks for whoever is not in the first list', async () => {
    const { db } = await open()
    const before = await LiveFloor.open(db)
    await before.learn(list('waiting', [1, 2], 1000))
    await before.learn(list('open', [3], 2000))
    await before.learn(list('waiting', [1, 2], 3000))

    const after = await LiveFloor.open(db)
    assert.deepEqual(sinceOf(after), sinceOf(before))
    assert.equal(sinceOf(after).get('s1'), 1100)
    await after.learn(list('waiting', [1], 9000))
    assert.equal(sinceOf(after).get('s1'), 1100)
    assert.deepEqual([...after.inDoubt()], [2])
    assert.equal(after.spot(2)?.status, 'waiting')
  })
})
