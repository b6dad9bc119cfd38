import 'server-only'
import { PostgresDialect } from 'kysely'
import { Client, Pool, types } from 'pg'
import { log } from '#lib/runtime/log.ts'

const POOL_SIZE = 10
/** Any number of our own: advisory locks are named by numbers. */
const ONE_DASHBOARD_LOCK = 7_071_221

/** Kysely's PostgreSQL dialect; whole numbers of 8 bytes arrive as numbers, as they do from SQLite. */
export function postgresDialect(url: string): PostgresDialect {
  return new PostgresDialect({
    pool: new Pool({
      connectionString: url,
      max: POOL_SIZE,
      types: {
        getTypeParser: (type, format) =>
          type === types.builtins.INT8
            ? (text: string) => safeNumber(text)
            : types.getTypeParser(type, format),
      },
    }),
  })
}

function safeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('A stored number is too large')
  return value
}

/** Like the lock file of SQLite: one dashboard at a time works on a database. Lost with its connection. */
export async function holdPostgresLock(
  url: string,
): Promise<{ release: () => Promise<void> } | null> {
  const client = new Client({ connectionString: url, keepAlive: true })
  client.on('error', (err) => log().error({ err }, 'the hold on the database was lost'))
  await client.connect()
  const { rows } = await client.query('select pg_try_advisory_lock($1) as held', [
    ONE_DASHBOARD_LOCK,
  ])
  if (rows[0]?.held !== true) {
    await client.end()
    return null
  }
  return { release: () => client.end() }
}
