import 'server-only'
import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { readSpot } from '#lib/floor/read-spots.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { database } from '#lib/database/connection.ts'
import { firstBrokenRow } from '#lib/audit/record-act.ts'
import { manager } from '#lib/orders/testing/evening.ts'
import { saveSettings } from '#lib/settings/settings.ts'
import { addTables } from '#lib/tables/add-tables.ts'
import { noteStrangers } from '../note-strangers.ts'
import { REGISTERED, type StrangerHouse } from './stranger-house.ts'
import { testClosingStrangers } from './closing-strangers.ts'
import { testForgetting } from './forgetting.ts'
import { testKeeping } from './keeping.ts'

async function tileOf(spotId: number) {
  return (await liveFloor()).hub.current().tiles.find(({ spot }) => spot?.id === spotId)
}

/** Everything about codes in no register, on the database that the house stands on. */
export function testStrangers(house: House): void {
  let count = 0
  const notice = async (spotId: number) => {
    await readSpot(spotId, 'person')
    const tile = await tileOf(spotId)
    if (tile) await noteStrangers(await database(), [tile])
  }
  const strangers: StrangerHouse = {
    house,
    comes: async (identifier) => {
      count += 1
      const guest = `stranger ${count}`
      const spotId = await house.scan(guest, identifier ?? `MADE UP ${count}`)
      await notice(spotId)
      return { spotId, guest }
    },
    comesAgain: async ({ spotId, guest }, identifier) => {
      await house.scan(guest, identifier)
      await notice(spotId)
    },
    tile: tileOf,
    grace: async (graceSeconds) => {
      const rules = [{ locationId: 3, graceSeconds }]
      await saveSettings(await database(), manager.actor, { strangers: rules })
    },
    trail: async (spotId) => {
      const db = await database()
      const rows = await db
        .selectFrom('audit')
        .select(['act', 'actor_name', 'outcome', 'detail'])
        .where('subject', '=', `spot ${spotId}`)
        .orderBy('sequence')
        .execute()
      return rows.map(({ act, actor_name: who, outcome, detail }) => ({
        ...JSON.parse(detail),
        act,
        who,
        outcome,
      }))
    },
  }

  test('law 7: a house without any registered table has no strangers, and none is closed', async () => {
    const { spotId } = await strangers.comes('TABLE1')
    const tile = await tileOf(spotId)
    assert.deepEqual([tile?.isStranger, tile?.closesAt], [undefined, undefined])
  })

  describe('once a table is registered', () => {
    before(async () => {
      const table = { locationId: 3, identifier: REGISTERED, area: null, seats: null }
      await addTables(await database(), manager.actor, { tables: [{ ...table, name: 'Seven' }] })
      await (await liveFloor()).tablesChanged()
    })
    beforeEach(() => strangers.grace(0))

    describe('closing', () => testClosingStrangers(strangers))
    describe('keeping and adopting', () => testKeeping(strangers))
    describe('forgetting', () => testForgetting(strangers))
  })

  test('law 10: after all this the trail is whole', async () => {
    assert.equal(await firstBrokenRow(await database()), null)
  })
}
