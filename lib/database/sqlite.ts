import 'server-only'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { SqliteAdapter, SqliteDialect, type DatabaseConnection } from 'kysely'
import { sqliteTrouble } from './sqlite-trouble.ts'

const BUSY_TIMEOUT_MS = 5000
const KEPT_STATEMENTS = 500

/** Kysely's SQLite dialect over `node:sqlite`; every commit is on the disk before it is answered. */
export function sqliteDialect(path: string): SqliteDialect {
  return dialectOver(() => openSqlite(path))
}

/** One connection to the file at a path, or to a database of its own in memory at `:memory:`. */
export function openSqlite(path: string) {
  if (path !== ':memory:') {
    makeFolderOf(path)
    makeOwnersOnly(path)
  }
  const database = new DatabaseSync(path)
  database.exec(
    `pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = ${BUSY_TIMEOUT_MS}`,
  )
  const prepared = new Map<string, Statement>()
  return {
    isInTransaction: () => database.isTransaction,
    close: () => database.close(),
    prepare(text: string): Statement {
      const known = prepared.get(text)
      if (known) return known
      const statement = new Statement(database.prepare(text))
      if (prepared.size < KEPT_STATEMENTS) prepared.set(text, statement)
      return statement
    },
  }
}

/** The dialect over a connection that is opened when it is first needed. */
export function dialectOver(open: () => ReturnType<typeof openSqlite>): SqliteDialect {
  let opened: ReturnType<typeof openSqlite> | undefined
  return new DialectWithTransactionalSteps({
    database: () => {
      opened = open()
      return Promise.resolve(opened)
    },
    onCreateConnection: (connection) => {
      settleTransactions(connection, () => opened?.isInTransaction() === true)
      return Promise.resolve()
    },
  })
}

/**
 * SQLite would make a file that everybody on the machine can read, password hashes and all; the files that it puts
 * beside one get the same mode. A file that is there already keeps the mode that its operator gave it.
 */
function makeOwnersOnly(path: string): void {
  closeSync(openSync(path, 'a', 0o600))
}

/** For the owner alone: the database holds names, addresses and hashes of passwords. */
export function makeFolderOf(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
}

function settleTransactions(connection: DatabaseConnection, isInTransaction: () => boolean): void {
  const execute = connection.executeQuery.bind(connection)
  connection.executeQuery = async (query, options) => {
    // SQLite takes a transaction back by itself when a disk fails it; asking again would hide why.
    if (query.sql === 'rollback' && !isInTransaction()) return { rows: [] }
    // A transaction that starts by reading could not become a writing one after another process has written.
    const asked = query.sql === 'begin' ? { ...query, sql: 'begin immediate' } : query
    try {
      return await execute(asked, options)
    } catch (error) {
      throw sqliteTrouble(error)
    }
  }
}

/** Kysely runs SQLite's migrations outside a transaction, though SQLite would take back all that a failed one did. */
class DialectWithTransactionalSteps extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSteps()
  }
}

class TransactionalSteps extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class Statement {
  readonly reader: boolean
  readonly #statement: StatementSync

  constructor(statement: StatementSync) {
    this.#statement = statement
    this.reader = statement.columns().length > 0
  }

  all(parameters: readonly unknown[]): unknown[] {
    return this.#statement.all(...parameters.map(bindable))
  }

  run(parameters: readonly unknown[]) {
    return this.#statement.run(...parameters.map(bindable))
  }

  iterate(parameters: readonly unknown[]): IterableIterator<unknown> {
    return this.#statement.iterate(...parameters.map(bindable))
  }
}

/** `node:sqlite` stores null for some values that it does not know, a Date among them; here they are errors. */
function bindable(value: unknown): SQLInputValue {
  if (
    value === null ||
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    typeof value === 'string' ||
    value instanceof Uint8Array
  ) {
    return value
  }
  throw new TypeError(`A value of type ${typeof value} cannot be stored in SQLite`)
}
