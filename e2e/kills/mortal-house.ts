import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, types } from 'pg'
import { startPostgres } from '../fixtures/postgres.ts'
import { rowsOf } from '../http/kept.ts'
import { openHouse, type House } from '../http/processes.ts'
import { walletState } from '../http/wallet-state.ts'
import { readCountdown, writeCountdown, type Countdown } from './countdown.ts'
import type { Remains } from './oracle.ts'
import { remainsOf } from './remains.ts'

export const engines = ['sqlite', 'postgres'] as const
export type Engine = (typeof engines)[number]

/** A house whose dashboard can be made to die at a commit of the order book. */
export interface MortalHouse extends House {
  dieAt: (countdown: Countdown) => void
  /** How many commits are still to come before it dies. */
  commitsLeft: () => number
  remains: () => Promise<Remains>
}

const deadly = new URL('die-at-commit.ts', import.meta.url).href

export async function openMortalHouse(engine: Engine): Promise<MortalHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'spotboard-kills-'))
  const postgres = engine === 'postgres' ? await startPostgres() : null
  const path = join(folder, 'countdown.json')
  const env = {
    NODE_OPTIONS: `--import=${deadly}`,
    KILL_COUNTDOWN: path,
    ...(postgres ? { DATABASE_URL: postgres.url } : {}),
  }
  const house = await openHouse(env, { walletIsKept: false })
  return {
    ...house,
    dieAt: (countdown) => writeCountdown(path, countdown),
    commitsLeft: () => readCountdown(path)?.commits ?? 0,
    remains: async () => {
      const rows = postgres ? await postgresRows(postgres.url) : rowsOf(house)
      return remainsOf(rows, await walletState(house.wallet))
    },
    discard: async () => {
      await house.discard()
      await postgres?.discard()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function postgresRows(url: string): Promise<Record<string, unknown[]>> {
  const client = new Client({
    connectionString: url,
    types: {
      getTypeParser: (type, format) =>
        type === types.builtins.INT8 ? Number : types.getTypeParser(type, format),
    },
  })
  await client.connect()
  try {
    // An act that ends between two readings would look half done.
    await client.query('begin isolation level repeatable read')
    const rows: Record<string, unknown[]> = {}
    for (const table of ['orders', 'intents', 'audit']) {
      rows[table] = (await client.query<Record<string, unknown>>(`select * from ${table}`)).rows
    }
    return rows
  } finally {
    await client.end()
  }
}
