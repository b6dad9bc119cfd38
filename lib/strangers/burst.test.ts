import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Tile } from '#contract/floor.ts'
import { firstBrokenRow } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { eachDatabase } from '#lib/database/testing/databases.ts'
import { saveSettings } from '#lib/settings/settings.ts'
import { acknowledgeBurst, burstNow, lookForBurst } from './burst.ts'
import { noteStrangers } from './note-strangers.ts'

const MINUTE_MS = 60_000
const ona = { staffId: 'm', name: 'Ona', sessionId: 's', address: null }

function waiting(id: number, since: number): Tile {
  return {
    key: `s${id}`,
    name: `MADE UP ${id}`,
    isStranger: true,
    spot: { id, identifier: `MADE UP ${id}`, locationId: 3, status: 'waiting' },
    area: null,
    asOf: since,
    going: null,
    since,
    revision: 1,
    currency: 'EUR',
    unpaidMinor: 0,
    heldMinor: 0,
    heldSince: null,
    heldCount: 0,
    receivedMinor: 0,
    askingSince: null,
    unsettled: 0,
  }
}

/** So many codes that come one second after the other, and what screens show after the last. */
async function come(db: Database, count: number, from: number, firstId: number) {
  for (let index = 0; index < count; index += 1) {
    await noteStrangers(db, [waiting(firstId + index, from + index * 1000)])
    await lookForBurst(db, from + index * 1000)
  }
  return burstNow(db)
}

async function acts(db: Database): Promise<string[]> {
  assert.equal(await firstBrokenRow(db), null)
  const rows = await db
    .selectFrom('audit')
    .select(['act', 'actor_name'])
    .orderBy('sequence')
    .execute()
  return rows.map(({ act, actor_name: name }) => `${name}: ${act}`)
}

eachDatabase('codes in no register', (open) => {
  test('law 7: a code is counted once for each time that somebody comes with it', async () => {
    const { db } = await open()
    assert.equal(await noteStrangers(db, [waiting(1, 1000), waiting(2, 1000)]), 2)
    assert.equal(await noteStrangers(db, [waiting(1, 1000)]), 0, 'drawn again')
    assert.equal(await noteStrangers(db, [waiting(1, 9000), waiting(2, 1000)]), 1)
    const { isStranger: _, ...table } = waiting(3, 1000)
    assert.equal(await noteStrangers(db, [table]), 0, 'a table')
    const rows = await db.selectFrom('strangers').selectAll().orderBy('spot_id').execute()
    const noted = rows.map((row) => ({ ...row }))
    assert.deepEqual(noted, [
      { spot_id: 1, first_seen_at: 1000, last_seen_at: 9000, visits: 2, closed: 0 },
      { spot_id: 2, first_seen_at: 1000, last_seen_at: 1000, visits: 1, closed: 0 },
    ])
  })

  test('law 7: a burst is one alarm, however many codes come, also once somebody has seen it', async () => {
    const { db } = await open()
    assert.equal(await come(db, 4, MINUTE_MS, 1), null)
    const alarm = await come(db, 1, 2 * MINUTE_MS, 5)
    assert.deepEqual({ ...alarm, id: '' }, { id: '', since: MINUTE_MS, codes: 5 })
    const more = await come(db, 30, 3 * MINUTE_MS, 6)
    assert.deepEqual(more, { ...alarm, codes: 35 })
    const id = alarm?.id ?? ''
    await acknowledgeBurst(db, ona, id)
    await acknowledgeBurst(db, ona, id)
    assert.equal(await come(db, 30, 5 * MINUTE_MS, 100), null)
    assert.deepEqual(await acts(db), ['Spotboard: strangers.burst', 'Ona: strangers.acknowledge'])
  })

  test('law 7: codes that come after it was quiet are another burst, and one that nobody has seen stays until then', async () => {
    const { db } = await open()
    const first = await come(db, 5, MINUTE_MS, 1)
    assert.deepEqual(await lookForBurst(db, 60 * MINUTE_MS), first)
    const second = await come(db, 5, 70 * MINUTE_MS, 50)
    assert.ok(second && second.id !== first?.id)
    await assert.rejects(acknowledgeBurst(db, ona, first?.id ?? ''), { code: 'conflict' })
    await acknowledgeBurst(db, ona, second.id)
    assert.equal(await burstNow(db), null)
    assert.equal((await acts(db)).filter((act) => act === 'Spotboard: strangers.burst').length, 2)
  })

  test('the same few codes that come back again and again are no burst', async () => {
    const { db } = await open()
    for (let time = 1; time < 20; time += 1) {
      await noteStrangers(db, [waiting(1, time * MINUTE_MS), waiting(2, time * MINUTE_MS)])
      assert.equal(await lookForBurst(db, time * MINUTE_MS), null)
    }
  })

  test('how many codes in which time are a burst is for the manager to set', async () => {
    const { db } = await open()
    await saveSettings(db, ona, { burstCodes: 3, burstMinutes: 1 })
    await noteStrangers(db, [waiting(1, 0), waiting(2, 50_000)])
    assert.equal(await come(db, 1, 70_000, 3), null, 'the first came too long ago')
    assert.equal((await come(db, 1, 71_000, 4))?.codes, 3)
  })
})
