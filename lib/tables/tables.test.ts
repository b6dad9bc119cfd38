import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Tables, type TableDraft } from '#contract/table.ts'
import { firstBrokenRow } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { eachDatabase } from '#lib/database/testing/databases.ts'
import { addTables } from './add-tables.ts'
import { changeTable } from './change-table.ts'
import { moveTables } from './move-tables.ts'
import { orderTables } from './order-tables.ts'
import { readTable, readTables } from './read-tables.ts'

const ona = { staffId: 'm', name: 'Ona', sessionId: 's', address: null }

function draft(identifier: string, more: Partial<TableDraft> = {}): TableDraft {
  return { locationId: 3, identifier, name: identifier, area: null, seats: null, ...more }
}

async function add(db: Database, ...identifiers: string[]): Promise<Tables['tables']> {
  const tables = identifiers.map((identifier) => draft(identifier))
  return (await addTables(db, ona, { tables })).tables
}

function seen(...tables: Tables['tables']) {
  return tables.map(({ id, version }) => ({ id, version }))
}

async function acts(db: Database): Promise<string[]> {
  assert.equal(await firstBrokenRow(db), null)
  const rows = await db.selectFrom('audit').select('act').orderBy('sequence').execute()
  return rows.map(({ act }) => act)
}

async function refusedBecause(change: Promise<unknown>) {
  const error = await change.then(
    () => assert.fail('it was not refused'),
    (refusal: Error & { code: string; errors: { path: string }[]; members: unknown }) => refusal,
  )
  const { code, errors, members } = error
  return { code, paths: errors?.map(({ path }) => path), members }
}

eachDatabase('the register of tables', (open) => {
  test('is empty at first, and keeps a series in its order', async () => {
    const { db } = await open()
    assert.deepEqual(await readTables(db), { version: 0, tables: [], locations: [] })
    await add(db, 'T1', 'T2', 'T3')
    await addTables(db, ona, { tables: [draft('BAR', { name: 'Bar', area: 'Inside', seats: 4 })] })
    const { version, tables, locations } = Tables.parse(await readTables(db))
    assert.equal(version, 2)
    assert.deepEqual(locations, [{ id: 3, title: null }])
    assert.deepEqual(
      tables.map(({ identifier }) => identifier),
      ['T1', 'T2', 'T3', 'BAR'],
    )
    const { id: _, ...bar } = tables[3] ?? {}
    assert.deepEqual(bar, {
      ...draft('BAR', { name: 'Bar', area: 'Inside', seats: 4 }),
      state: 'in_use',
      version: 1,
      checkedAt: null,
      checkedBy: null,
    })
    assert.deepEqual(await acts(db), ['table.add', 'table.add'])
  })

  test('law 7: refuses an identifier that differs in letter case alone, and adds nothing of the series', async () => {
    const { db } = await open()
    const [first] = await add(db, 'Table 1')
    const tables = [draft('TABLE 2'), draft('TABLE 1 ')]
    const refusal = await refusedBecause(addTables(db, ona, { tables }))
    assert.deepEqual(refusal, {
      code: 'conflict',
      paths: ['tables.1.identifier'],
      members: { taken: [first], isFormer: false },
    })
    const twins = { tables: [draft('BAR'), draft('bar')] }
    const { code, paths } = await refusedBecause(addTables(db, ona, twins))
    assert.deepEqual({ code, paths }, { code: 'invalid', paths: ['tables.1.identifier'] })
    await addTables(db, ona, { tables: [draft('table 1', { locationId: 4 })] })
    assert.equal((await readTables(db)).tables.length, 2)
  })

  test('an identifier with a history becomes another table’s only when somebody says so', async () => {
    const { db } = await open()
    const [table] = await add(db, 'T1')
    assert.ok(table)
    const changed = await changeTable(db, ona, table.id, { identifier: 'T1 NEW' }, 1)
    assert.equal(changed.version, 2)
    const again = { tables: [draft('t1')] }
    assert.deepEqual(await refusedBecause(addTables(db, ona, again)), {
      code: 'conflict',
      paths: ['tables.0.identifier'],
      members: { taken: [changed], isFormer: true },
    })
    await addTables(db, ona, { ...again, reusesIdentifiers: true })
    const back = changeTable(db, ona, table.id, { identifier: 'T1' }, 2)
    assert.equal((await refusedBecause(back)).code, 'conflict')
    assert.deepEqual(await readTable(db, table.id), changed)
  })

  test('a table may have its own earlier identifier again, and a retired one is brought back', async () => {
    const { db } = await open()
    const [table] = await add(db, 'T1')
    assert.ok(table)
    await changeTable(db, ona, table.id, { identifier: 'T9' }, 1)
    await changeTable(db, ona, table.id, { identifier: 'T1' }, 2)
    await changeTable(db, ona, table.id, { state: 'retired' }, 3)
    const { code } = await refusedBecause(add(db, 'T1'))
    assert.equal(code, 'conflict')
    const back = await changeTable(db, ona, table.id, { state: 'in_use', area: 'Terrace' }, 4)
    assert.deepEqual(back, { ...table, area: 'Terrace', version: 5 })
  })

  test('of two managers who change a table at once one is told what the other has done', async () => {
    const { db } = await open()
    const [table] = await add(db, 'T1')
    assert.ok(table)
    const changes = await Promise.allSettled([
      changeTable(db, ona, table.id, { name: 'Window' }, 1),
      changeTable(db, ona, table.id, { name: 'Door' }, 1),
    ])
    const won = changes.find((change) => change.status === 'fulfilled')
    const lost = changes.find((change) => change.status === 'rejected')
    assert.ok(won && lost)
    const { code, members } = lost.reason
    assert.deepEqual(
      { code, members },
      { code: 'conflict', members: { table: won.value, isOutdated: true } },
    )
    assert.deepEqual(await readTable(db, table.id), won.value)
    assert.deepEqual(await acts(db), ['table.add', 'table.change'])
  })

  test('of two who add the same table at once one is refused', async () => {
    const { db } = await open()
    const adds = await Promise.allSettled([add(db, 'T1'), add(db, 't1')])
    assert.deepEqual(adds.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    assert.equal((await readTables(db)).tables.length, 1)
  })

  test('moves several tables to an area at once, and none over what another manager has changed', async () => {
    const { db } = await open()
    const [first, second, third] = await add(db, 'T1', 'T2', 'T3')
    assert.ok(first && second && third)
    const moved = await moveTables(db, ona, { tables: seen(first, third), area: 'Terrace' })
    assert.deepEqual(moved.tables, [
      { ...first, area: 'Terrace', version: 2 },
      second,
      { ...third, area: 'Terrace', version: 2 },
    ])
    const outdated = moveTables(db, ona, { tables: seen(second, third), area: null })
    assert.deepEqual(await refusedBecause(outdated), {
      code: 'conflict',
      paths: undefined,
      members: { register: moved, isOutdated: true },
    })
    const unknown = { tables: [...seen(second), { id: 'nobody', version: 1 }], area: null }
    assert.equal((await refusedBecause(moveTables(db, ona, unknown))).code, 'not_found')
    assert.deepEqual(await readTables(db), moved)
    assert.deepEqual(await acts(db), ['table.add', 'table.move'])
  })

  test('takes a new order of all tables over the register that it was made from', async () => {
    const { db } = await open()
    const tables = await add(db, 'T1', 'T2', 'T3')
    const ids = tables.map(({ id }) => id)
    const turned = await orderTables(db, ona, { ids: ids.toReversed() }, 1)
    assert.deepEqual(
      turned.tables.map(({ id }) => id),
      ids.toReversed(),
    )
    const outdated = await refusedBecause(orderTables(db, ona, { ids }, 1))
    assert.deepEqual(outdated.members, { register: turned, isOutdated: true })
    for (const wrong of [ids.slice(1), [...ids, 'made-up'], [ids[0] ?? '', ...ids.slice(0, 2)]]) {
      assert.equal((await refusedBecause(orderTables(db, ona, { ids: wrong }, 2))).code, 'invalid')
    }
    assert.deepEqual(await readTables(db), turned)
  })
})
