import 'server-only'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe } from 'node:test'
import { openDatabase, type Database } from '../open-database.ts'
import { startPostgres, type PostgresServer } from './postgres-server.ts'

export interface Opened {
  db: Database
  url: string
}

/**
 * Runs the same tests on SQLite and on a real PostgreSQL.
 * `open` answers a fresh, migrated database each time; all are removed afterwards.
 */
export function eachDatabase(title: string, tests: (open: () => Promise<Opened>) => void): void {
  describe(`${title} (SQLite)`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'spotboard-sqlite-'))
    const opened: Database[] = []
    let count = 0
    after(async () => {
      await Promise.all(opened.map((db) => db.destroy()))
      rmSync(folder, { recursive: true })
    })
    tests(async () => {
      count += 1
      const url = `file:${join(folder, `${count}.db`)}`
      const db = await openDatabase(url)
      opened.push(db)
      return { db, url }
    })
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
    tests(async () => {
      count += 1
      const url = await server.createDatabase(`test_${count}`)
      const db = await openDatabase(url)
      opened.push(db)
      return { db, url }
    })
  })
}
