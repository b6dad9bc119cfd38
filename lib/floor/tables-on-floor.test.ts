import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import fc from 'fast-check'
import { matchKey } from '#contract/identifier.ts'
import type { Tile } from '#contract/floor.ts'
import { eachDatabase } from '#lib/database/testing/databases.ts'
import type { Database } from '#lib/database/open-database.ts'
import { STRANGER_AREA } from './house-tables.ts'
import { LiveFloor } from './live-floor.ts'

interface Registered {
  id: string
  identifier: string
  name?: string
  area?: string | null
  state?: string
}

async function register(db: Database, ...tables: Registered[]): Promise<void> {
  await db.deleteFrom('tables').execute()
  for (const [position, table] of tables.entries()) {
    const { id, identifier, name = identifier, area = null, state = 'in_use' } = table
    const facts = { id, identifier, name, area, state, position }
    const nothing = { seats: null, checked_at: null, checked_by: null }
    const row = { ...facts, ...nothing, location_id: 3, version: 1, created_at: 0 }
    await db
      .insertInto('tables')
      .values({ ...row, match_key: matchKey(identifier) })
      .execute()
  }
}

eachDatabase('tables on the floor', (open) => {
  let db: Database
  let floor: LiveFloor
  let at = 1000

  beforeEach(async () => {
    ;({ db } = await open())
    floor = await LiveFloor.open(db)
  })

  const see = (id: number, identifier: string, status: string, locationId = 3) => {
    at += 100
    const placeInfo = { locationId, title: 'Cool caffe' }
    const spot = { id, identifier, status, placeInfo }
    return floor.learn({ kind: 'spot', spot, startedAt: at, at: at + 1 })
  }
  const shown = () => floor.hub.current().tiles.map(describe)

  test('a table stands on the floor before anybody has scanned it, and is the same tile afterwards', async () => {
    await register(
      db,
      { id: 'b', identifier: 'T2' },
      { id: 'a', identifier: 'T1', area: 'Terrace' },
    )
    await floor.tablesChanged()
    assert.deepEqual(shown(), ['tb T2 - unscanned', 'ta T1 Terrace unscanned'])
    await see(1, 't1 ', 'waiting')
    assert.deepEqual(shown(), ['tb T2 Cool caffe unscanned', 'ta T1 Terrace waiting'])
    await see(2, 'T2', 'open')
    assert.deepEqual(shown(), ['tb T2 Cool caffe open', 'ta T1 Terrace waiting'])
    const again = await LiveFloor.open(db)
    assert.deepEqual(again.hub.current().tiles.map(describe), shown())
  })

  test('law 7: a stranger stands apart, and leaves the floor once it is free', async () => {
    await see(5, 'FAKE', 'closed')
    assert.deepEqual(shown(), ['s5 FAKE Cool caffe closed'])
    await register(db, { id: 'a', identifier: 'T1' })
    await floor.tablesChanged()
    assert.deepEqual(shown(), ['ta T1 Cool caffe unscanned'])
    await see(5, 'FAKE', 'waiting')
    await see(6, 'OTHER HOUSE', 'closed', 4)
    assert.deepEqual(shown(), [
      'ta T1 Cool caffe unscanned',
      `s5 FAKE ${STRANGER_AREA} waiting stranger`,
      's6 OTHER HOUSE Cool caffe closed',
    ])
    await see(5, 'FAKE', 'closed')
    assert.deepEqual(shown(), ['ta T1 Cool caffe unscanned', 's6 OTHER HOUSE Cool caffe closed'])
  })

  test('a stranger that is registered becomes a table, and a table that is retired a stranger', async () => {
    await register(db, { id: 'a', identifier: 'T1' })
    await floor.tablesChanged()
    await see(2, 'T2', 'waiting')
    const both = [
      { id: 'a', identifier: 'T1' },
      { id: 'b', identifier: 'T2', name: 'Window' },
    ] as const
    await register(db, ...both)
    await floor.tablesChanged()
    assert.deepEqual(shown(), ['ta T1 Cool caffe unscanned', 'tb Window Cool caffe waiting'])
    await register(db, both[0], { ...both[1], state: 'retired' })
    await floor.tablesChanged()
    assert.deepEqual(shown(), [
      'ta T1 Cool caffe unscanned',
      `s2 T2 ${STRANGER_AREA} waiting stranger`,
    ])
  })

  test('law 7: two spots that differ in letter case alone are one table, and nobody at either is hidden', async () => {
    await register(db, { id: 'a', identifier: 'TABLE1', state: 'resting' })
    await floor.tablesChanged()
    await see(1, 'TABLE1', 'closed')
    await see(2, 'table1', 'waiting')
    assert.deepEqual(shown(), ['ta TABLE1 Cool caffe waiting resting'])
    assert.equal(floor.hub.current().tiles[0]?.spot?.id, 2)
    await see(1, 'TABLE1', 'open')
    assert.deepEqual(shown(), [
      's1 TABLE1 Cool caffe open resting',
      'ta TABLE1 Cool caffe waiting resting',
    ])
    await see(2, 'table1', 'closed')
    assert.deepEqual(shown(), ['ta TABLE1 Cool caffe open resting'])
    assert.equal(floor.hub.current().tiles[0]?.spot?.id, 1)
  })

  test('law 6: whatever becomes of spots and tables, nobody who is somewhere is missing or there twice', async () => {
    const identifiers = ['T1', 't1', 'T2', 'FAKE', 'T3 ']
    const statuses = ['closed', 'waiting', 'open']
    const move = fc.oneof(
      fc.record({ spot: fc.nat(identifiers.length - 1), status: fc.constantFrom(...statuses) }),
      fc.record({ tables: fc.subarray(['T1', 'T2', 'T3'], { minLength: 0 }) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 12 }), async (moves) => {
        for (const one of moves) {
          if ('tables' in one) {
            await register(db, ...one.tables.map((identifier) => ({ id: identifier, identifier })))
            await floor.tablesChanged()
          } else await see(one.spot + 1, identifiers[one.spot] ?? '', one.status)
        }
        const { tiles } = floor.hub.current()
        const somewhere = identifiers.flatMap((_, index) => {
          const spot = floor.spot(index + 1)
          return spot && spot.status !== 'closed' ? [spot.id] : []
        })
        const seen = tiles.flatMap(({ spot }) => (spot && spot.status !== 'closed' ? spot.id : []))
        assert.deepEqual(new Set(seen), new Set(somewhere))
        assert.equal(seen.length, somewhere.length)
        assert.equal(new Set(tiles.map(({ key }) => key)).size, tiles.length)
        const anew = await LiveFloor.open(db)
        assert.deepEqual(anew.hub.current().tiles.map(describe), shown())
      }),
      { numRuns: 40 },
    )
  })
})

function describe({ key, name, area, spot, isResting, isStranger }: Tile): string {
  const marks = [isResting && 'resting', isStranger && 'stranger'].filter(Boolean)
  return [key, name, area ?? '-', spot?.status ?? 'unscanned', ...marks].join(' ')
}
