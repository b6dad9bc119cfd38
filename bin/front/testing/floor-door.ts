import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Server } from 'node:http'
import type { Tile } from '#contract/floor.ts'
import { prepareInstallation } from '#lib/auth/prepare-installation.ts'
import { sealSessionId } from '#lib/auth/session-cookie.ts'
import { beginSession } from '#lib/auth/sessions.ts'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Hub } from '#lib/floor/hub.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { noMoney } from '#lib/floor/spot-money.ts'
import { tileOfSpot } from '#lib/floor/tile.ts'
import { shutDown } from '#lib/runtime/lifecycle.ts'
import { floorAnswers } from '../floor-answers.ts'
import { closeGracefully, makeFrontServer } from '../front-server.ts'
import { listen } from '../listen.ts'

/** The floor's addresses over a real server and a real database, with a floor that is published by hand. */
export interface FloorDoor {
  server: Server
  port: number
  db: Database
  databaseUrl: string
  hub: Hub
  /** A person of the demo signs in on one more browser. */
  signIn: (role: 'staff' | 'manager') => Promise<{ sessionId: string; cookie: string }>
  close: () => Promise<void>
}

/** Each process has one: it is the process that has a floor. */
export async function openFloorDoor(): Promise<FloorDoor> {
  const folder = mkdtempSync(join(tmpdir(), 'spotboard-door-'))
  const databaseUrl = `file:${join(folder, 'floor.db')}`
  Object.assign(process.env, {
    LOG_LEVEL: 'silent',
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    SESSION_SECRET: 's'.repeat(40),
  })
  await prepareInstallation()
  const db = await database()
  const server = makeFrontServer(nothingElse, { trustProxy: 0, direct: floorAnswers })
  await listen(server, { host: '127.0.0.1', port: 0 })
  const address = server.address()
  return {
    server,
    port: typeof address === 'object' && address ? address.port : 0,
    db,
    databaseUrl,
    hub: (await liveFloor()).hub,
    signIn: async (role) => {
      const device = { address: null, userAgent: null }
      const { id } = await db
        .selectFrom('staff')
        .select('id')
        .where('role', '=', role)
        .executeTakeFirstOrThrow()
      const sessionId = await db.transaction().execute((trx) => beginSession(trx, id, device))
      return { sessionId, cookie: `spotboard=${await sealSessionId(sessionId)}` }
    },
    close: async () => {
      closeGracefully(server)
      await shutDown()
      rmSync(folder, { recursive: true })
    },
  }
}

function nothingElse(): Promise<never> {
  return Promise.reject(new Error('there is nothing else behind this door'))
}

export function makeTile(id: number, unpaidMinor: number): Tile {
  const place = { id, identifier: `TABLE${id}`, locationId: 3, title: null }
  const spot = { ...place, status: 'open', since: 1, knownAt: 0 }
  return tileOfSpot(spot, { ...noMoney, unpaidMinor }, unpaidMinor, 'EUR')
}
