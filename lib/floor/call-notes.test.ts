import assert from 'node:assert/strict'
import { test } from 'node:test'
import { database } from '#lib/database/connection.ts'
import { breakDisk, mendDisk } from '#lib/database/testing/faults.ts'
import { shutDown } from '#lib/runtime/lifecycle.ts'
import type { CallRecord } from '#lib/wallet/call.ts'
import { CallNotes } from './call-notes.ts'
import { wallet } from './metered-wallet.ts'
import { openHouse } from './testing/house.ts'

await openHouse()

const SQLITE_FULL = 13
const waiting = { status: 'waiting', limit: 1, offset: 0 } as const
const noted = async () => {
  const db = await database()
  return (await db.selectFrom('wallet_calls').select('at').orderBy('id').execute()).map(
    ({ at }) => at,
  )
}
const call = (startedAt: number): CallRecord => ({
  method: 'GET',
  pathTemplate: '/spots',
  priority: 'poll',
  startedAt,
  durationMs: 1.5,
  attempt: 1,
  status: 200,
})

test('calls that could not be written down on a full disk are, in their order, once there is room', async () => {
  const notes = new CallNotes(database)
  const before = await noted()
  const startedAt = Date.now()
  breakDisk(0, SQLITE_FULL)
  notes.add(call(startedAt))
  await notes.write()
  notes.add(call(startedAt + 1))
  mendDisk()
  await notes.write()
  assert.deepEqual(await noted(), [...before, startedAt, startedAt + 1])
})

test('every call is in the log of calls after an ordered end, so that the budget counts it after a restart', async () => {
  const before = await noted()
  await wallet().listSpots(waiting)
  await wallet().listSpots(waiting)
  const db = await database()
  const destroyed = db.destroy.bind(db)
  let after: number[] = []
  db.destroy = async () => {
    after = await noted()
    return destroyed()
  }
  await shutDown()
  assert.equal(after.length, before.length + 2)
})
