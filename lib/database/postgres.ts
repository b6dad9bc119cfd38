import 'server-only'
import { CompiledQuery, PostgresDialect, type DatabaseConnection } from 'kysely'
import { Pool, types } from 'pg'
import { log } from '#lib/runtime/log.ts'
import { postgresTrouble, unreachablePostgres } from './postgres-trouble.ts'

const POOL_SIZE = 10
const CONNECT_TIMEOUT_MS = 10_000

/**
 * Kysely's PostgreSQL dialect; every commit is on the disk before it is answered, and whole numbers of 8 bytes arrive
 * as numbers, as they do from SQLite.
 */
export function postgresDialect(url: string): PostgresDialect {
  const pool = new Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    types: {
      getTypeParser: (type, format) =>
        type === types.builtins.INT8
          ? (text: string) => safeNumber(text)
          : types.getTypeParser(type, format),
    },
  })
  // Without a listener, one idle connection that the server ends would end the process.
  pool.on('error', ({ message }) =>
    log().warn({ reason: message }, 'an idle connection to the database was lost'),
  )
  // So would one in use that it ends between two statements of a transaction; the next statement says so to its caller.
  pool.on('connect', (client) => client.on('error', () => {}))
  return new PostgresDialect({
    pool: {
      options: pool.options,
      connect: async () => {
        try {
          return await pool.connect()
        } catch (error) {
          throw unreachablePostgres(error)
        }
      },
      end: () => pool.end(),
    },
    onCreateConnection: async (connection) => {
      nameTroubles(connection)
      await connection.executeQuery(waitForTheDisk)
    },
  })
}

/** A server may be set to answer a commit before it is on the disk; one that waits for more is left alone. */
const waitForTheDisk = CompiledQuery.raw(
  "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'",
)

function nameTroubles(connection: DatabaseConnection): void {
  const execute = connection.executeQuery.bind(connection)
  connection.executeQuery = async (query, options) => {
    try {
      return await execute(query, options)
    } catch (error) {
      throw postgresTrouble(error)
    }
  }
}

function safeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('A stored number is too large')
  return value
}
