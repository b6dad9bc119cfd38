import 'server-only'
import { hostname } from 'node:os'
import { Client } from 'pg'
import { log } from '#lib/runtime/log.ts'
import type { Hold, Holder } from './hold.ts'

/** Any number of our own: advisory locks are named by numbers. */
const ONE_DASHBOARD_LOCK = 7_071_221
const TIMEOUT_MS = 5000
const LOOK_EVERY_MS = 5000
const TRY_AGAIN_MS = 250

/** Has room for 63 characters of ASCII at the server. */
const applicationName = `spotboard process ${process.pid} on ${hostname()}`
  .replace(/[^ -~]/g, '?')
  .slice(0, 63)

/**
 * Like the lock file of SQLite, but it goes with its connection. When that is lost, the hold is not kept any more and
 * is taken again as soon as the server can be reached, unless somebody else was faster.
 */
export async function takePostgres(url: string): Promise<Hold | Holder> {
  const first = await take(url)
  return 'holder' in first ? first : keep(url, first)
}

interface Held {
  client: Client
  /** Of the server's process for this connection. */
  pid: number
}

function keep(url: string, first: Held): Hold {
  let held: Held | null = null
  let lostPid: number | undefined
  let isReleased = false
  let timer: NodeJS.Timeout | undefined
  const { promise: takenOver, resolve: takeOver } = Promise.withResolvers<string>()

  const adopt = (taken: Held) => {
    held = taken
    const { client, pid } = taken
    const lose = (err?: unknown) => {
      if (held !== taken) return
      held = null
      lostPid = pid
      clearTimeout(timer)
      leave(client)
      if (isReleased) return
      log().warn({ err }, 'the hold on the database was lost, so nothing is sent until it is back')
      void takeAgain()
    }
    client.once('error', lose)
    client.once('end', lose)
    const look = () => {
      timer = setTimeout(() => void client.query('select 1').then(look, lose), LOOK_EVERY_MS)
      timer.unref()
    }
    look()
  }

  const takeAgain = async () => {
    const taken = await take(url, lostPid).catch(() => null)
    if (taken === null || ('holder' in taken && taken.isLost)) {
      if (!isReleased) timer = setTimeout(() => void takeAgain(), TRY_AGAIN_MS)
    } else if ('holder' in taken) {
      takeOver(taken.holder)
    } else if (isReleased) {
      await taken.client.end()
    } else {
      log().warn('the hold on the database is back')
      adopt(taken)
    }
  }

  adopt(first)
  return {
    isKept: () => held !== null,
    takenOver,
    release: async () => {
      isReleased = true
      clearTimeout(timer)
      await held?.client.end()
    },
  }
}

/** A connection that holds the lock, or who does. A lost one of ours that the server still believes in is ended there. */
async function take(url: string, lostPid?: number): Promise<Held | (Holder & { isLost: boolean })> {
  const client = new Client({
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
    keepAlive: true,
  })
  // Whoever waits for a query hears of it there.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const lock = 'select pg_try_advisory_lock($1) as held, pg_backend_pid() as pid'
    const { rows } = await client.query<{ held: boolean; pid: number }>(lock, [ONE_DASHBOARD_LOCK])
    if (rows[0]?.held) return { client, pid: rows[0].pid }
    const holder = await findHolder(client)
    const isLost = holder?.pid === lostPid && holder?.name === applicationName
    if (isLost) await client.query('select pg_terminate_backend($1)', [lostPid])
    await client.end()
    return { holder: wordsOf(holder), isLost }
  } catch (error) {
    leave(client)
    throw error
  }
}

/** A connection that does not answer may not close either, so nothing waits for it. */
function leave(client: Client): void {
  client.end().catch(() => undefined)
}

interface Session {
  pid: number
  name: string | null
}

async function findHolder(client: Client): Promise<Session | undefined> {
  const { rows } = await client.query<Session>(
    `select pid, application_name as name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and classid = 0 and objid = $1 and objsubid = 1 and granted
       and database = (select oid from pg_database where datname = current_database())`,
    [ONE_DASHBOARD_LOCK],
  )
  return rows[0]
}

function wordsOf(holder: Session | undefined): string {
  const [, words] = /^spotboard (process .+)/.exec(holder?.name ?? '') ?? []
  return words ?? `connection ${holder?.pid ?? 'unknown'} of the server`
}
