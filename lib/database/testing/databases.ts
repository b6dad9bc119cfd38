import 'server-only'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe } from 'node:test'
import { engineOf, type Engine } from '../engine.ts'
import { migrate } from '../migrate.ts'
import { connectDatabase, type Database } from '../open-database.ts'
import { startPostgres, type PostgresServer } from './postgres-server.ts'

export interface Opened {
  db: Database
  url: string
  engine: Engine
}

type Open = () => Promise<Opened>

/**
 * Runs the same tests on SQLite and on a real PostgreSQL. `open` answers a fresh, migrated database each time and
 * `openEmpty` one without any table; all are removed afterwards.
 */
export function eachDatabase(title: string, tests: (open: Open, openEmpty: Open) => void): void {
  // A server that is stopped says goodbye to connections that are just closing.
  process.env['LOG_LEVEL'] = 'silent'
  describe(`${title} (SQLite)`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'spotboard-sqlite-'))
    const opened: Database[] = []
    let count = 0
    after(async () => {
      await Promise.all(opened.map((db) => db.destroy()))
      rmSync(folder, { recursive: true })
    })
    const openEmpty = () => {
      count += 1
      return Promise.resolve(connect(`file:${join(folder, `${count}.db`)}`, opened))
    }
    tests(migrated(openEmpty), openEmpty)
  })

  describe(`${title} (PostgreSQL)`, () => {
    const opened: Database[] = []
    let count = 0
    let server: PostgresServer
    before(async () => {
      server = await startPostgres()
    })
    after(async () => {
      await Promise.all(opened.map((db) => db.destroy()))
      await server.stop()
    })
    const openEmpty = async () => {
      count += 1
      return connect(await server.createDatabase(`test_${count}`), opened)
    }
    tests(migrated(openEmpty), openEmpty)
  })
}

function connect(url: string, opened: Database[]): Opened {
  const db = connectDatabase(url)
  opened.push(db)
  return { db, url, engine: engineOf(url) }
}

function migrated(openEmpty: Open): Open {
  return async () => {
    const opened = await openEmpty()
    await migrate(opened.db, opened.engine)
    return opened
  }
}
