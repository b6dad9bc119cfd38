import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { openDatabase } from '#lib/database/open-database.ts'
import { beginIntent } from '#lib/orders/intents/new-intent.ts'
import { inWords, printRows, ratios, RUNS } from './parts/spread.ts'
import { workFolder } from './parts/work-folder.ts'

const RUN_MS = 3000

const actor = { staffId: 'ona', name: 'Ona', sessionId: 'counter', address: '192.0.2.7' }
const body = { endsUnpaid: true }
const hash = 'x'.repeat(43)

const folder = workFolder()
const barePath = join(folder, 'bare.db')
// Both databases get the same tables and indexes from the same migrations.
await (await openDatabase(`file:${barePath}`)).destroy()
const bare = new DatabaseSync(barePath)
bare.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
const db = await openDatabase(`file:${join(folder, 'spotboard.db')}`)
await requireSameDurability()

const insert = bare.prepare(
  `insert into intents (id, act, spot_id, order_id, body_hash, body, state, step, problem, actor, created_at, updated_at)
   values (?, 'close', 1, null, ?, ?, 'running', 'begun', null, ?, ?, ?)`,
)

const bareInserts: number[] = []
const builtInserts: number[] = []
const acts: number[] = []
for (let run = 0; run < RUNS; run += 1) {
  const [bareRate = NaN, builtRate = NaN, actRate = NaN] = await commitsPerSecond([
    insertBare,
    insertBuilt,
    act,
  ])
  bareInserts.push(bareRate)
  builtInserts.push(builtRate)
  acts.push(actRate)
}
bare.close()
await db.destroy()

printRows([
  ['bare insert', inWords(bareInserts, 'commits/s')],
  ['the same through Kysely', inWords(builtInserts, 'commits/s')],
  ['act with its trail', inWords(acts, 'commits/s')],
  ['act ÷ bare insert', inWords(ratios(acts, bareInserts), '', 2)],
  ['act ÷ through Kysely', inWords(ratios(acts, builtInserts), '', 2)],
])

function insertBare(): Promise<void> {
  const at = Date.now()
  insert.run(randomUUID(), hash, JSON.stringify(body), JSON.stringify(actor), at, at)
  return Promise.resolve()
}

async function insertBuilt(): Promise<void> {
  const at = Date.now()
  await db
    .insertInto('intents')
    .values({
      id: randomUUID(),
      act: 'close',
      spot_id: 1,
      order_id: null,
      body_hash: hash,
      body: JSON.stringify(body),
      state: 'running',
      step: 'begun',
      problem: null,
      actor: JSON.stringify(actor),
      created_at: at,
      updated_at: at,
      after_intent: null,
      after_outcome: null,
      not_before: null,
      asked_at: at,
      was_unknown: 0,
    })
    .execute()
}

/** What is written before each call that changes something at the wallet: the intent and its row of the trail. */
async function act(): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const asked = { id: randomUUID(), act: 'close', spotId: 1, orderId: null, body, actor } as const
    await beginIntent(trx, asked)
  })
}

/** The kinds take turns, commit by commit, so that whatever else uses the disk slows them all. */
async function commitsPerSecond(kinds: readonly (() => Promise<void>)[]): Promise<number[]> {
  const tookMs = kinds.map(() => 0)
  const startedAt = performance.now()
  let commits = 0
  while (performance.now() - startedAt < RUN_MS) {
    for (const [kind, commit] of kinds.entries()) {
      const from = performance.now()
      await commit()
      tookMs[kind] = (tookMs[kind] ?? 0) + performance.now() - from
    }
    commits += 1
  }
  return tookMs.map((took) => (commits / took) * 1000)
}

/** A peer that syncs less would win by cheating. */
async function requireSameDurability(): Promise<void> {
  for (const name of ['journal_mode', 'synchronous']) {
    const peer = Object.values(bare.prepare(`pragma ${name}`).get() ?? {})[0]
    const { rows } = await sql<Record<string, unknown>>`${sql.raw(`pragma ${name}`)}`.execute(db)
    const ours = Object.values(rows[0] ?? {})[0]
    if (ours !== peer) throw new Error(`${name} is ${String(ours)} here and ${String(peer)} there.`)
  }
}
