import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eachDatabase } from '#lib/database/testing/databases.ts'
import type { Database } from '#lib/database/open-database.ts'
import { firstBrokenRow, recordAct, spotboard } from './record-act.ts'

const record = (db: Database, subject: string) =>
  db
    .transaction()
    .execute((trx) =>
      recordAct(trx, { actor: spotboard, act: 'order.submit', subject, outcome: 'asked' }),
    )

eachDatabase('law 10: the audit trail', (open) => {
  test('is one unbroken chain, also when acts are written side by side', async () => {
    const { db } = await open()
    await Promise.all(Array.from({ length: 20 }, (_, index) => record(db, `order ${index}`)))
    const rows = await db.selectFrom('audit').selectAll().execute()
    assert.equal(rows.length, 20)
    assert.equal(await firstBrokenRow(db), null)
  })

  test('shows a changed row', async () => {
    const { db } = await open()
    for (const subject of ['order 1', 'order 2', 'order 3']) await record(db, subject)
    await db.updateTable('audit').set({ subject: 'order 9' }).where('sequence', '=', 2).execute()
    assert.equal(await firstBrokenRow(db), 2)
  })

  test('shows a removed row', async () => {
    const { db } = await open()
    for (const subject of ['order 1', 'order 2', 'order 3']) await record(db, subject)
    await db.deleteFrom('audit').where('sequence', '=', 2).execute()
    assert.equal(await firstBrokenRow(db), 3)
  })

  test('holds no row of an act that was rolled back', async () => {
    const { db } = await open()
    const act = db.transaction().execute(async (trx) => {
      await recordAct(trx, {
        actor: spotboard,
        act: 'spot.close',
        subject: 'spot 1',
        outcome: 'asked',
      })
      throw new Error('rolled back')
    })
    await assert.rejects(act)
    assert.equal((await db.selectFrom('audit').selectAll().execute()).length, 0)
  })
})
