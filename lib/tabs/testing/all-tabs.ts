import 'server-only'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { firstBrokenRow } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { testKeeping } from './keeping.ts'
import { testPresence } from './nobody-here.ts'
import { testSending } from './sending.ts'
import { testSettlingTabs } from './settling.ts'

/** Everything that can be kept on a table and said of it, on the database that the house stands on. */
export function testTabs(house: House): void {
  describe('tabs that are kept', () => testKeeping(house))
  describe('tabs that are sent', () => testSending(house))
  describe('tabs that are settled', () => testSettlingTabs(house))
  describe('who is there', () => testPresence(house))
  test('law 10: after all this the trail is whole', async () => {
    assert.equal(await firstBrokenRow(await database()), null)
  })
}
