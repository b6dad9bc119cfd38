import 'server-only'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { SqliteDialect } from 'kysely'

const BUSY_TIMEOUT_MS = 5000
const KEPT_STATEMENTS = 500
/** https://sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5

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
  let database: ReturnType<typeof openSqlite> | undefined
  return new SqliteDialect({
    database: () => {
      database = open()
      return Promise.resolve(database)
    },
    onCreateConnection: (connection) => {
      const execute = connection.executeQuery.bind(connection)
      connection.executeQuery = (query, options) => {
        // On a full disk SQLite rolls back by itself; an error of doing so again would hide the one that tells why.
        if (query.sql === 'rollback' && database?.isInTransaction() === false) {
          return Promise.resolve({ rows: [] })
        }
        // A transaction that starts by reading could not become a writing one after another process has written.
        const isBegin = query.sql === 'begin'
        return execute(isBegin ? { ...query, sql: 'begin immediate' } : query, options)
      }
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
function makeFolderOf(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
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

/**
 * Holds a file beside the database for as long as this process lives, so that a second dashboard on the same data
 * stops instead of polling, confirming and sending in parallel. The operating system lets go of it when the process
 * dies. Answers null when somebody else holds it.
 */
export function holdSqliteLock(path: string): { release: () => void } | null {
  makeFolderOf(path)
  const lock = new DatabaseSync(`${path}.lock`)
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive')
  } catch (error) {
    lock.close()
    if (isBusy(error)) return null
    throw error
  }
  return { release: () => lock.close() }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}
