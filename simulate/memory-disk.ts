import {
  CompiledQuery,
  Kysely,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  sql,
} from 'kysely'
import { dialectOver, openSqlite } from '#lib/database/sqlite.ts'
import { migrate } from '#lib/database/migrate.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { everythingWentOn, type Disk, type Mortal } from './disk.ts'

/** One database in memory. From a life's end on, none of its statements runs or is answered. */
export class MemoryDisk implements Disk {
  readonly #sqlite = openSqlite(':memory:')
  readonly #dialect = dialectOver(() => this.#sqlite)
  #isInTransaction = false

  readonly bystander: Database = new Kysely<Schema>({ dialect: this.#dialect })

  #tables: readonly string[] = []

  static async format(): Promise<MemoryDisk> {
    const disk = new MemoryDisk()
    await migrate(disk.bystander, 'sqlite')
    // The youngest first: a table refers only to older ones.
    const { rows } = await sql<{ name: string }>`
      select name from sqlite_master where type = 'table'
        and name not like 'sqlite%' and name not like 'kysely%' order by rowid desc
    `.execute(disk.bystander)
    disk.#tables = rows.map(({ name }) => name)
    return disk
  }

  wipe(): Promise<void> {
    this.rollBack()
    for (const table of this.#tables) this.#sqlite.prepare(`delete from "${table}"`).run([])
    return Promise.resolve()
  }

  rest = everythingWentOn

  rollBack(): void {
    if (this.#isInTransaction) this.#sqlite.prepare('rollback').run([])
    this.#isInTransaction = false
  }

  openFor(mortal: Mortal): Database {
    const dialect: Dialect = {
      createAdapter: () => this.#dialect.createAdapter(),
      createIntrospector: (db) => this.#dialect.createIntrospector(db),
      createQueryCompiler: () => this.#dialect.createQueryCompiler(),
      createDriver: () => this.#mortalDriver(this.#dialect.createDriver(), mortal),
    }
    return new Kysely<Schema>({ dialect })
  }

  #mortalDriver(driver: Driver, mortal: Mortal): Driver {
    return {
      init: () => driver.init(),
      acquireConnection: async () =>
        this.#mortalConnection(await driver.acquireConnection(), mortal),
      beginTransaction: (connection) => runRaw(connection, 'begin'),
      commitTransaction: (connection) => runRaw(connection, 'commit'),
      rollbackTransaction: (connection) => runRaw(connection, 'rollback'),
      releaseConnection: () => Promise.resolve(),
      destroy: () => Promise.resolve(),
    }
  }

  #mortalConnection(connection: DatabaseConnection, mortal: Mortal): DatabaseConnection {
    return {
      executeQuery: (query) => {
        if (mortal.isAlive()) mortal.beforeStatement()
        if (!mortal.isAlive()) return new Promise(() => {})
        if (query.sql === 'begin') this.#isInTransaction = true
        if (query.sql === 'commit' || query.sql === 'rollback') this.#isInTransaction = false
        return connection.executeQuery(query)
      },
      streamQuery: (query, size) => connection.streamQuery(query, size),
    }
  }
}

async function runRaw(connection: DatabaseConnection, sql: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(sql))
}
