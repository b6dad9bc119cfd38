import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultSheetChoice, type SheetChoice } from '#contract/code-sheet.ts'
import { firstBrokenRow } from '#lib/audit/record-act.ts'
import { eachDatabase } from '#lib/database/testing/databases.ts'
import { readSettings, saveSettings } from '#lib/settings/settings.ts'
import { addTables } from '#lib/tables/add-tables.ts'
import { changeTable } from '#lib/tables/change-table.ts'
import { tablesToPrint, tableToPrint } from './printed-tables.ts'
import { readLogo, readSheetChoice, removeLogo, saveLogo, saveSheetChoice } from './sheet-choice.ts'

const ona = { staffId: 'm', name: 'Ona', sessionId: 's', address: null }
const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='

eachDatabase('what is kept for printing codes', (open) => {
  test('law 10: the choice and the logo are kept, and the trail says who chose them', async () => {
    const { db } = await open()
    assert.deepEqual(await readSheetChoice(db), defaultSheetChoice)
    assert.equal(await readLogo(db), null)

    const choice: SheetChoice = { form: 'wrapped', layout: 'tents', languages: ['lt', 'ru'] }
    await saveSheetChoice(db, ona, choice)
    const logo = await saveLogo(db, ona, dot)
    await saveSettings(db, ona, { undoSeconds: 3 })
    assert.deepEqual(await readSheetChoice(db), choice)
    assert.deepEqual(await readLogo(db), logo)
    assert.equal((await readSettings(db)).undoSeconds, 3)
    await removeLogo(db, ona)
    assert.equal(await readLogo(db), null)

    assert.equal(await firstBrokenRow(db), null)
    const rows = await db.selectFrom('audit').selectAll().orderBy('sequence').execute()
    assert.deepEqual(
      rows.map(({ act, actor_name: who }) => [act, who]),
      [
        ['codes.choose', 'Ona'],
        ['codes.set_logo', 'Ona'],
        ['settings.save', 'Ona'],
        ['codes.remove_logo', 'Ona'],
      ],
    )
    assert.deepEqual(JSON.parse(rows[0]?.detail ?? ''), { from: defaultSheetChoice, to: choice })
    assert.ok(!JSON.stringify(rows).includes(dot.slice(0, 40)))
  })

  test('a logo that is none is refused, and the one before stays', async () => {
    const { db } = await open()
    const logo = await saveLogo(db, ona, dot)
    await assert.rejects(saveLogo(db, ona, btoa('<svg/>')), { code: 'invalid' })
    assert.deepEqual(await readLogo(db), logo)
  })

  test('who is retired has no code, and who rests has one', async () => {
    const { db } = await open()
    await assert.rejects(tablesToPrint(db, undefined), { code: 'not_found' })
    const drafts = ['T1', 'T2', 'T3'].map((identifier) => ({
      locationId: 3,
      identifier,
      name: identifier,
      area: null,
      seats: null,
    }))
    const [one, two, three] = (await addTables(db, ona, { tables: drafts })).tables
    assert.ok(one && two && three)
    await changeTable(db, ona, one.id, { state: 'retired' }, one.version)
    await changeTable(db, ona, two.id, { state: 'resting' }, two.version)

    const idsOf = async (ids?: string[]) => (await tablesToPrint(db, ids)).map(({ id }) => id)
    assert.deepEqual(await idsOf(), [two.id, three.id])
    assert.deepEqual(await idsOf([three.id]), [three.id])
    for (const ids of [[], [one.id], [three.id, 'nobody']]) {
      await assert.rejects(tablesToPrint(db, ids), { code: 'not_found' })
    }
    await assert.rejects(tableToPrint(db, one.id), { code: 'not_found' })
    assert.equal((await tableToPrint(db, two.id)).identifier, 'T2')
  })
})
