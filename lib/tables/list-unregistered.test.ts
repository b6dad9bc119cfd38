import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MOST_AT_ONCE, nameFor, Unregistered, type TableDraft } from '#contract/table.ts'
import type { Database } from '#lib/database/open-database.ts'
import { eachDatabase } from '#lib/database/testing/databases.ts'
import { addTables } from './add-tables.ts'
import { changeTable } from './change-table.ts'
import { listUnregistered } from './list-unregistered.ts'

const ona = { staffId: 'm', name: 'Ona', sessionId: 's', address: null }

function draft(identifier: string): TableDraft {
  return { locationId: 3, identifier, name: identifier, area: null, seats: null }
}

async function show(
  db: Database,
  ...spots: [id: number, identifier: string | null, location?: null][]
) {
  await db
    .insertInto('spots')
    .values(
      spots.map(([id, identifier, location = 3]) => ({
        id,
        identifier,
        location_id: location,
        title: null,
        status: id % 2 === 0 ? 'open' : 'closed',
        since: 0,
        visit_id: null,
      })),
    )
    .execute()
}

eachDatabase('spots that are in no register', (open) => {
  test('are listed by name, without those that are tables and without the places at the counter', async () => {
    const { db } = await open()
    await show(db, [1, 'T10'], [2, ' T2 '], [3, 'table 1'], [-1, 'T9'])
    await addTables(db, ona, { tables: [draft('TABLE 1')] })
    assert.deepEqual(Unregistered.parse(await listUnregistered(db)), {
      spots: [
        { spotId: 2, locationId: 3, identifier: 'T2', shown: 'T2', isOpen: true },
        { spotId: 1, locationId: 3, identifier: 'T10', shown: 'T10', isOpen: false },
      ],
      more: 0,
    })
  })

  test('law 7: say what keeps one from being taken over, and show nothing unseen', async () => {
    const { db } = await open()
    const { tables } = await addTables(db, ona, { tables: [draft('T1'), draft('T2')] })
    await changeTable(db, ona, tables[0]?.id ?? '', { identifier: 'T1 NEW' }, 1)
    await changeTable(db, ona, tables[1]?.id ?? '', { state: 'retired', name: 'Door' }, 1)
    await show(
      db,
      ...([
        [1, 'T\u202e3'],
        [2, 'x'.repeat(101)],
        [3, null],
        [4, ' '],
        [5, 'T1'],
        [6, 't2'],
        [7, 'BAR'],
        [8, 'bar '],
        [9, 'T9', null],
      ] satisfies Parameters<typeof show>[1][]),
    )
    const { spots } = await listUnregistered(db)
    assert.deepEqual(
      spots
        .toSorted((one, other) => one.spotId - other.spotId)
        .map(({ spotId, identifier, obstacle, of }) => [spotId, identifier, obstacle, of]),
      [
        [1, null, 'unseen_characters', undefined],
        [2, null, 'too_long', undefined],
        [3, null, 'no_identifier', undefined],
        [4, null, 'no_identifier', undefined],
        [5, null, 'former', 'T1'],
        [6, null, 'retired', 'Door'],
        [7, 'BAR', undefined, undefined],
        [8, null, 'twice', undefined],
        [9, null, 'no_location', undefined],
      ],
    )
    assert.equal(spots.find(({ spotId }) => spotId === 1)?.shown, 'T⟪202E⟫3')
  })

  test('of a flood of them the house’s own, which came first, are listed', async () => {
    const { db } = await open()
    for (let from = 1; from < 1500; from += 100) {
      await show(
        db,
        ...Array.from({ length: 100 }, (_, at): [number, string] => [
          from + at,
          `${9999 - from - at}`,
        ]),
      )
    }
    const { spots, more } = await listUnregistered(db)
    assert.equal(spots.length, MOST_AT_ONCE)
    assert.equal(more, 1500 - MOST_AT_ONCE)
    assert.ok(spots.every(({ spotId }) => spotId <= MOST_AT_ONCE))
  })
})

test('a table is called by its identifier, as far as there is room', () => {
  assert.equal(nameFor('T1'), 'T1')
  assert.equal(nameFor('x'.repeat(41)), `${'x'.repeat(39)}…`)
  assert.ok(nameFor('🌿'.repeat(50)).length <= 40)
  assert.ok(nameFor('🌿'.repeat(50)).isWellFormed())
})
