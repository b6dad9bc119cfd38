import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eachDatabase } from '#lib/database/testing/databases.ts'
import { addTables } from '#lib/tables/add-tables.ts'
import { changeTable } from '#lib/tables/change-table.ts'
import { LiveFloor } from './live-floor.ts'
import { spotNames } from './spot-names.ts'

const ona = { staffId: 'm', name: 'Ona', sessionId: 's', address: null }

eachDatabase('what people call a spot', (open) => {
  test('is its table’s name, and else what its code says, in the book as on the floor', async () => {
    const { db } = await open()
    const facts = { locationId: 3, area: null, seats: null }
    const { tables } = await addTables(db, ona, {
      tables: [
        { ...facts, identifier: 'T1', name: 'Window' },
        { ...facts, identifier: 'T2', name: 'Door' },
      ],
    })
    await changeTable(db, ona, tables[1]?.id ?? '', { state: 'retired' }, 1)
    const expected = [
      [{ id: 1, identifier: ' t1', locationId: 3 }, 'Window'],
      [{ id: 2, identifier: 'T1', locationId: null }, 'Window'],
      [{ id: 3, identifier: 'T1', locationId: 4 }, 'T1'],
      [{ id: 4, identifier: 'T2', locationId: 3 }, 'T2'],
      [{ id: 5, identifier: null, locationId: 3 }, '#5'],
      // A guest without a table who is called as one.
      [{ id: -1, identifier: 'T1', locationId: 3 }, 'T1'],
    ] as const
    const nameOf = await spotNames(db)
    const floor = await LiveFloor.open(db)
    for (const [spot, name] of expected) {
      assert.equal(nameOf(spot), name)
      assert.equal(floor.nameOf(spot), name)
    }
  })
})
