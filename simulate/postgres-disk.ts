import { Kysely, sql, type DatabaseConnection, type Dialect, type Driver } from 'kysely'
import { migrate } from '#lib/database/migrate.ts'
import type { Database } from '#lib/database/open-database.ts'
import { postgresDialect } from '#lib/database/postgres.ts'
import type { Schema } from '#lib/database/schema.ts'
import { everythingWentOn, type Disk } from './disk.ts'

/**
 * A real PostgreSQL as the disk of a house. Its answers come from outside, so time rests while one is on its way; kills
 * in between statements are played on SQLite only.
 */
export class PostgresDisk implements Disk {
  readonly bystander: Database
  readonly #dialect: Dialect
  readonly #watchedConnections = new WeakSet<DatabaseConnection>()
  #underWay = 0
  #onAnswer: () => void = () => {}
  #wipeAll = ''

  private constructor(url: string) {
    this.#dialect = this.#watched(postgresDialect(url))
    this.bystander = new Kysely<Schema>({ dialect: this.#dialect })
  }

  static async format(url: string): Promise<PostgresDisk> {
    const disk = new PostgresDisk(url)
    await migrate(disk.bystander, 'postgres')
    const tables = await disk.bystander.introspection.getTables()
    const names = tables.map(({ name }) => `delete from "${name}"`)
    // Without its triggers a table can be emptied before those that refer to it.
    disk.#wipeAll = `set session_replication_role = replica; ${names.join('; ')}; set session_replication_role = default`
    return disk
  }

  openFor(): Database {
    return this.bystander
  }

  rollBack(): void {
    // What a life has begun it ends itself: none is killed here.
  }

  async wipe(): Promise<void> {
    await this.rest()
    await sql.raw(this.#wipeAll).execute(this.bystander)
  }

  async rest(): Promise<void> {
    await everythingWentOn()
    while (this.#underWay > 0) {
      await new Promise<void>((resolve) => {
        this.#onAnswer = resolve
      })
      await everythingWentOn()
    }
  }

  async close(): Promise<void> {
    await this.bystander.destroy()
  }

  #watched(dialect: Dialect): Dialect {
    return {
      createAdapter: () => dialect.createAdapter(),
      createIntrospector: (db) => dialect.createIntrospector(db),
      createQueryCompiler: () => dialect.createQueryCompiler(),
      createDriver: () => this.#watchedDriver(dialect.createDriver()),
    }
  }

  #watchedDriver(driver: Driver): Driver {
    const watch = <Result>(work: () => Promise<Result>): Promise<Result> => this.#watch(work)
    return {
      init: () => watch(() => driver.init()),
      acquireConnection: async () =>
        this.#watchedConnection(await watch(() => driver.acquireConnection())),
      beginTransaction: (connection, settings) =>
        watch(() => driver.beginTransaction(connection, settings)),
      commitTransaction: (connection) => watch(() => driver.commitTransaction(connection)),
      rollbackTransaction: (connection) => watch(() => driver.rollbackTransaction(connection)),
      releaseConnection: (connection) => driver.releaseConnection(connection),
      destroy: () => driver.destroy(),
    }
  }

  /** The pool hands out the same connection again and again. */
  #watchedConnection(connection: DatabaseConnection): DatabaseConnection {
    if (this.#watchedConnections.has(connection)) return connection
    this.#watchedConnections.add(connection)
    const execute = connection.executeQuery.bind(connection)
    connection.executeQuery = (query, options) => this.#watch(() => execute(query, options))
    return connection
  }

  async #watch<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#underWay += 1
    try {
      return await work()
    } finally {
      this.#underWay -= 1
      this.#onAnswer()
    }
  }
}
