import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import type { Database } from '#lib/database/open-database.ts'
import { eachDatabase } from '#lib/database/testing/databases.ts'
import { addAccount } from './accounts.ts'
import { beginSession, findOpenSessions, findSession, revokeSession } from './sessions.ts'

const minute = 60_000
const hour = 60 * minute

async function begin(db: Database): Promise<{ staffId: string; sessionId: string }> {
  return db.transaction().execute(async (trx) => {
    const staffId = await addAccount(trx, {
      name: 'Ona',
      email: 'ona@cafe.test',
      passwordHash: 'none',
      role: 'manager',
    })
    assert.ok(staffId)
    const device = { address: '10.0.0.7', userAgent: 'x'.repeat(5000) }
    return { staffId, sessionId: await beginSession(trx, staffId, device) }
  })
}

async function lastSeen(db: Database): Promise<number> {
  return (await db.selectFrom('sessions').select('last_seen_at').executeTakeFirstOrThrow())
    .last_seen_at
}

async function atClock(run: () => Promise<void>): Promise<void> {
  mock.timers.enable({ apis: ['Date'], now: 1_800_000_000_000 })
  try {
    await run()
  } finally {
    mock.timers.reset()
  }
}

eachDatabase('a session', (open) => {
  test('lives while it is used, and its use is written at most once a minute', () =>
    atClock(async () => {
      const { db } = await open()
      const { sessionId } = await begin(db)
      const begun = Date.now()
      mock.timers.tick(minute - 1)
      assert.ok(await findSession(db, sessionId))
      assert.equal(await lastSeen(db), begun)
      mock.timers.tick(1)
      assert.ok(await findSession(db, sessionId))
      assert.equal(await lastSeen(db), begun + minute)
      mock.timers.tick(12 * hour - 1)
      assert.ok(await findSession(db, sessionId))
      assert.equal(await lastSeen(db), Date.now())
    }))

  test('ends when nobody uses it for 12 hours', () =>
    atClock(async () => {
      const { db } = await open()
      const { sessionId } = await begin(db)
      mock.timers.tick(12 * hour)
      assert.equal(await findSession(db, sessionId), null)
    }))

  test('ends after 7 days however busy it is', () =>
    atClock(async () => {
      const { db } = await open()
      const { sessionId } = await begin(db)
      for (let elapsed = 0; elapsed < 7 * 24 - 6; elapsed += 6) {
        mock.timers.tick(6 * hour)
        assert.ok(await findSession(db, sessionId))
      }
      mock.timers.tick(6 * hour)
      assert.equal(await findSession(db, sessionId), null)
    }))

  test('watching whether it lives does not keep it alive', () =>
    atClock(async () => {
      const { db } = await open()
      const { sessionId } = await begin(db)
      const begun = Date.now()
      mock.timers.tick(hour)
      assert.ok((await findOpenSessions(db, [sessionId])).has(sessionId))
      assert.equal(await lastSeen(db), begun)
    }))

  test('ends with its account, when it is taken back, and for an id that never was', async () => {
    const { db } = await open()
    const { sessionId, staffId } = await begin(db)
    assert.ok(await findSession(db, sessionId))
    await db.updateTable('staff').set({ active: 0 }).where('id', '=', staffId).execute()
    assert.equal(await findSession(db, sessionId), null)
    await db.updateTable('staff').set({ active: 1 }).where('id', '=', staffId).execute()
    assert.ok(await findSession(db, sessionId))
    await db.transaction().execute((trx) => revokeSession(trx, sessionId))
    assert.equal(await findSession(db, sessionId), null)
    assert.equal((await findOpenSessions(db, [sessionId])).size, 0)
    assert.equal(await findSession(db, 'x'), null)
  })
})
