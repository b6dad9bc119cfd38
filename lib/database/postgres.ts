import 'server-only'
import { PostgresDialect } from 'kysely'
import { Client, Pool, types } from 'pg'
import { log } from '#lib/runtime/log.ts'

const POOL_SIZE = 10
/** Any number of our own: advisory locks are named by numbers. */
const ONE_DASHBOARD_LOCK = 7_071_221
/** A firewall between the two forgets connections on which nothing is said, often after five minutes. */
const KEEP_ALIVE_MS = 60_000

/** Kysely's PostgreSQL dialect; whole numbers of 8 bytes arrive as numbers, as they do from SQLite. */
export function postgresDialect(url: string): PostgresDialect {
  const pool = new Pool({
    connectionString: url,
    max: POOL_SIZE,
    types: {
      getTypeParser: (type, format) =>
        type === types.builtins.INT8
          ? (text: string) => safeNumber(text)
          : types.getTypeParser(type, format),
    },
  })
  // The pool replaces a connection that was lost while nobody used it; unheard, the loss would end the process. Its
  // error carries the whole connection with its keys, of which the log gets only the reason.
  pool.on('error', ({ message }) =>
    log().warn({ reason: message }, 'an idle connection to the database was lost'),
  )
  return new PostgresDialect({ pool })
}

function safeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('A stored number is too large')
  return value
}

/**
 * Like the lock file of SQLite: one dashboard at a time works on a database. It is lost with its connection, and
 * whoever calls `onLost` must write nothing any more, since the next dashboard may hold it already.
 */
export async function holdPostgresLock(
  url: string,
  onLost: (error: Error) => void,
): Promise<{ release: () => Promise<void> } | null> {
  const client = new Client({
    connectionString: url,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
  })
  await client.connect()
  client.on('error', onLost)
  const { rows } = await client.query('select pg_try_advisory_lock($1) as held', [
    ONE_DASHBOARD_LOCK,
  ])
  if (rows[0]?.held !== true) {
    await client.end()
    return null
  }
  return { release: () => client.end() }
}
