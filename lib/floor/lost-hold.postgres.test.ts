import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { database, requireHold } from '#lib/database/connection.ts'
import { layCable } from '#lib/database/testing/cable.ts'
import { startPostgres } from '#lib/database/testing/postgres-server.ts'
import { wallet } from './metered-wallet.ts'
import { openHouse } from './testing/house.ts'

const server = await startPostgres()
const url = new URL(await server.createDatabase('lost_hold'))
const cable = await layCable(Number(url.port))
url.port = String(cable.port)
const house = await openHouse({ databaseUrl: url.href })
after(async () => {
  cable.close()
  await server.stop()
})

const waiting = { status: 'waiting', limit: 1, offset: 0 } as const

test('nothing is asked of the wallet while another process may have the database, and all is asked again afterwards', async () => {
  await database()
  await requireHold()
  await wallet().listSpots(waiting)
  const before = await house.control('log')

  cable.refuse(true)
  // The hold is the first connection of all; those of the pool stay whole.
  cable.cut(1)
  while (await isHeld()) await setImmediate()
  await assert.rejects(wallet().listSpots(waiting), { code: 'storage' })
  assert.deepEqual(await house.control('log'), before)

  cable.refuse(false)
  while (!(await isHeld())) await setImmediate()
  await wallet().listSpots(waiting)
})

function isHeld(): Promise<boolean> {
  return requireHold().then(
    () => true,
    () => false,
  )
}
