import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Permission } from '#contract/permission.ts'
import { eachDatabase } from '#lib/database/testing/databases.ts'
import type { Database } from '#lib/database/open-database.ts'
import { saveSettings } from '#lib/settings/settings.ts'
import { reduce } from './reductions.ts'
import { manager, waiter } from './testing/evening.ts'

const lower = (db: Database, amountMinor: number, may: (permission: Permission) => boolean) =>
  db.transaction().execute((trx) =>
    reduce(trx, {
      orderId: 'o',
      visitId: 'v',
      intentId: null,
      reductions: [{ kind: 'lowered', amountMinor }],
      reason: 'Typed wrong',
      actor: waiter.actor,
      may,
    }),
  )

eachDatabase('law 10: the limit of what a visit is asked less', (open) => {
  const opened = async () => {
    const { db } = await open()
    await db
      .insertInto('visits')
      .values({ id: 'v', spot_id: 7, started_at: 1, ended_at: null, first_order_at: null })
      .execute()
    return db
  }

  test('holds when many go side by side, each on a connection of its own', async () => {
    const db = await opened()
    const done = await Promise.allSettled(
      Array.from({ length: 20 }, () => lower(db, 300, waiter.may)),
    )
    assert.equal(done.filter(({ status }) => status === 'fulfilled').length, 3)
    const rows = await db.selectFrom('reductions').selectAll().execute()
    assert.equal(rows.length, 3)
  })

  test('is what the house has set, to the cent, and does not bind managers', async () => {
    const db = await opened()
    await saveSettings(db, manager.actor, { reductionLimitMinor: 250 })
    await assert.rejects(lower(db, 251, waiter.may), { code: 'manager_required' })
    await lower(db, 250, waiter.may)
    await assert.rejects(lower(db, 1, waiter.may), { code: 'manager_required' })
    await lower(db, 5000, manager.may)
  })
})
