import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { TableDraft, Tables, tableStates } from '#contract/table.ts'
import { TableImport } from '#contract/table-import.ts'
import { firstBrokenRow } from '#lib/audit/record-act.ts'
import { eachDatabase } from '#lib/database/testing/databases.ts'
import { addTables } from './add-tables.ts'
import { changeTable } from './change-table.ts'
import { importTables, previewImport } from './import-tables.ts'
import { bytes, draft, everything, house, ona, troublesOf } from './testing/house.ts'
import { tablesInOrder } from './read-tables.ts'
import { tablesCsv } from './tables-csv.ts'

function listOf(count: number): Uint8Array {
  return bytes(`identifier\n${Array.from({ length: count }, (_, row) => `N${row}`).join('\n')}`)
}

eachDatabase('a file of tables', (open) => {
  test('adds and changes what it names, and leaves the others as they are', async () => {
    const { db, tables } = await house(open)
    const file = bytes(
      'Identifier;Name;Area;Seats;State\r\n t1 ;Window;Terrace;;\r\nT3;;Terrace;2;resting\r\nT2;T2;;;in_use\r\n;;;;\r\n',
    )
    const before = await everything(db)
    const preview = TableImport.parse(await previewImport(db, file))
    assert.deepEqual(await everything(db), before)
    assert.deepEqual(
      preview.lines.map(({ line, what, identifier, before }) => [line, what, identifier, before]),
      [
        [2, 'change', 'T1', { area: null, seats: 4 }],
        [3, 'add', 'T3', {}],
        [4, 'unchanged', 'T2', {}],
      ],
    )
    const after = Tables.parse(await importTables(db, ona, file, preview.version))
    const [first, second, bar] = tables
    const [changed, same, , added] = after.tables
    assert.deepEqual(changed, { ...first, area: 'Terrace', seats: null, version: 2 })
    assert.deepEqual(same, second)
    assert.deepEqual(after.tables[2], bar)
    assert.deepEqual(
      { ...added, id: '' },
      {
        ...draft('T3', { area: 'Terrace', seats: 2 }),
        id: '',
        state: 'resting',
        version: 1,
        checkedAt: null,
        checkedBy: null,
      },
    )
    assert.equal(await firstBrokenRow(db), null)
    const [last] = await db
      .selectFrom('audit')
      .selectAll()
      .orderBy('sequence', 'desc')
      .limit(1)
      .execute()
    assert.equal(last?.act, 'table.import')
    assert.match(last?.detail ?? '', /"from":\{[^}]*"name":"Window"/)
  })

  test('which was exported changes nothing when it is imported again', async () => {
    const { db } = await open()
    await addTables(db, ona, { tables: [draft('T0')] })
    const text = fc
      .oneof(
        fc.string({
          unit: fc.constantFrom("'", '=', '+', '-', '"', ',', ';', ' ', 'a', 'ž', '＝'),
        }),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
      )
      .filter((typed) => TableDraft.shape.name.safeParse(typed).success)
    const made = fc.array(
      fc.record({
        name: text,
        area: fc.option(text),
        seats: fc.option(fc.integer({ min: 1, max: 999 })),
      }),
      { minLength: 1, maxLength: 6 },
    )
    let count = 0
    await fc.assert(
      fc.asyncProperty(made, fc.constantFrom(...tableStates), async (facts, state) => {
        const parsed = facts.map((fact) => {
          count += 1
          return TableDraft.parse(draft(`${fact.name.slice(0, 30)} ${count}`, fact))
        })
        const { tables } = await addTables(db, ona, { tables: parsed })
        const last = tables.at(-1)
        assert.ok(last)
        await changeTable(db, ona, last.id, { state }, last.version)
        const { version, lines } = await previewImport(
          db,
          bytes(tablesCsv(await tablesInOrder(db))),
        )
        assert.deepEqual(
          lines.filter(({ what }) => what !== 'unchanged'),
          [],
        )
        assert.equal(lines.length, tables.length)
        const before = await tablesInOrder(db)
        await importTables(db, ona, bytes(tablesCsv(before)), version)
        assert.deepEqual(await tablesInOrder(db), before)
      }),
      { numRuns: 15 },
    )
  })

  test('builds the same register in an empty house, the retired tables included', async () => {
    const { db, tables } = await house(open)
    await changeTable(db, ona, tables[1]?.id ?? '', { state: 'retired' }, 1)
    const file = bytes(tablesCsv(await tablesInOrder(db)))
    const { db: other } = await open()
    await addTables(other, ona, { tables: [draft('T1', { name: 'Other' })] })
    await importTables(other, ona, file, 1)
    assert.equal(tablesCsv(await tablesInOrder(other)), tablesCsv(await tablesInOrder(db)))
  })

  test('takes no identifier from the table that had it before', async () => {
    const { db, tables } = await house(open)
    await changeTable(db, ona, tables[0]?.id ?? '', { identifier: 'T1 NEW' }, 1)
    const file = bytes('identifier\nT1\n')
    assert.deepEqual(await troublesOf(previewImport(db, file)), [
      { line: 2, why: 'was_of_another', column: 'identifier', text: 'Window' },
    ])
  })

  test('is not imported over a register that somebody has changed meanwhile', async () => {
    const { db, tables } = await house(open)
    const file = bytes('identifier,name\nT1,Door\n')
    const { version } = await previewImport(db, file)
    await changeTable(db, ona, tables[0]?.id ?? '', { name: 'Corner' }, 1)
    const before = await everything(db)
    await assert.rejects(importTables(db, ona, file, version), {
      code: 'conflict',
      members: { isOutdated: true },
    })
    assert.deepEqual(await everything(db), before)
  })

  test('has room for as many tables as a register, and adds all or none', async () => {
    const { db } = await house(open)
    await assert.rejects(importTables(db, ona, listOf(1998), 1), { code: 'conflict' })
    assert.equal((await tablesInOrder(db)).length, 3)
    await importTables(db, ona, listOf(1997), 1)
    assert.equal((await tablesInOrder(db)).length, 2000)
  })
})
