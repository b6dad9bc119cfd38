import 'server-only'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { floorWatch } from '#lib/floor/watch.ts'
import { mayActByItself } from '#lib/runtime/by-itself.ts'
import { now } from '#lib/runtime/clock.ts'
import { inTurn } from '#lib/runtime/in-turn.ts'
import { Limiter } from '#lib/runtime/limiter.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import { bookedOf, isOurs } from './booked.ts'
import { compare } from './compare.ts'
import { tellFloor } from './differences.ts'
import { lookAt } from './look-at.ts'

/** So far back the books are compared. */
const WINDOW_MS = 3 * 86_400_000
/** What is younger may still be on its way into the book or the list. */
const SETTLES_MS = 600_000
/** A pass over the window that has ended is followed by the next one after this. */
const BETWEEN_PASSES_MS = 3_600_000
const PAGE = 200
/** At most twelve calls in any hour, whatever goes wrong: six at once, and one more every ten minutes. */
const CALLS = { burst: 6, refillMs: 600_000 }
const WISHES = { neededMs: 600_000, promisedMs: 300_000, goodMs: 300_000, bestMs: 60_000 }

/** A slow walk over the transactions of the last days, one call a step. */
interface Sweep {
  /** The pass under way: its bounds by the wallet's clock stay, so that its pages do not move. */
  pass: { fromMs: number; toMs: number; offset: number; seen: Set<string> } | null
  /** Keys that look as if the two sides differed, each to be read by itself. */
  suspects: string[]
  nextPassAt: number
  calls: Limiter
  listeners: (() => void)[]
}

function sweep(): Sweep {
  return oncePerProcess('reconciliation', () => ({
    pass: null,
    suspects: [],
    nextPassAt: 0,
    calls: new Limiter(CALLS),
    listeners: [],
  }))
}

/** Compares the book with the wallet for as long as the process runs. */
export function watchBooks(): void {
  floorWatch().add({
    name: 'books',
    importance: 7,
    wishes: () => WISHES,
    read: async () => {
      const db = await database()
      await tellFloor(db)
      const { calls, listeners } = sweep()
      // While nothing is done by itself, people wait for this.
      const isAwaited = !mayActByItself()
      if (!hasWork() || (!isAwaited && calls.waitMs('', now()) > 0)) return
      calls.take('', now())
      const isDone = await step(db)
      if (isDone) for (const hear of listeners) hear()
      if (sweep().suspects.length > 0 || (isAwaited && !isDone)) floorWatch().readSoon('books')
    },
  })
}

/** Calls back whenever all transactions of the last days were compared, and what was suspected of them read. */
export function onBooksCompared(hear: () => void): void {
  sweep().listeners.push(hear)
}

function hasWork(): boolean {
  const { pass, suspects, nextPassAt } = sweep()
  return suspects.length > 0 || pass !== null || nextPassAt <= now()
}

/**
 * One call: looks at what is suspected, else reads on in the list. Answers whether a pass has ended and nothing is
 * suspected any more.
 */
export function step(db: Database): Promise<boolean> {
  return inTurn('books', () => oneStep(db))
}

async function oneStep(db: Database): Promise<boolean> {
  const present = sweep()
  const [suspect] = present.suspects
  if (suspect !== undefined) {
    // One that cannot be read now keeps no other waiting.
    present.suspects = [...present.suspects.slice(1), suspect]
    await lookAt(db, suspect, 'poll')
    present.suspects.pop()
    return present.pass === null && present.suspects.length === 0
  }
  const pass = present.pass ?? newPass()
  present.pass = pass
  const { fromMs: createdFromMs, toMs: createdToMs, offset, seen } = pass
  const { items, total } = await wallet().listTransactions(
    { createdFromMs, createdToMs, limit: PAGE, offset },
    { priority: 'poll' },
  )
  for (const transaction of items) {
    seen.add(transaction.key)
    if (!(await isOurs(db, transaction))) continue
    const differs = compare(await bookedOf(db, transaction.key), transaction) !== null
    if (differs) present.suspects.push(transaction.key)
  }
  pass.offset += items.length
  const isEnd = total === undefined ? items.length < PAGE : pass.offset >= total
  if (!isEnd && items.length > 0) return false
  const unseen = await unseenKeys(db, pass)
  present.suspects.push(...unseen.filter((key) => !present.suspects.includes(key)))
  present.pass = null
  present.nextPassAt = now() + BETWEEN_PASSES_MS
  return present.suspects.length === 0
}

function newPass(): NonNullable<Sweep['pass']> {
  const toMs = now() + wallet().clockOffsetMs()
  return { fromMs: toMs - WINDOW_MS, toMs, offset: 0, seen: new Set() }
}

/** What the list should have shown by the book and did not, and what differed before and may not any more. */
async function unseenKeys(
  db: Database,
  { fromMs, toMs, seen }: NonNullable<Sweep['pass']>,
): Promise<string[]> {
  const expected = await db
    .selectFrom('orders')
    .innerJoin('order_transactions', 'order_transactions.transaction_key', 'orders.transaction_key')
    .select(['orders.transaction_key', 'order_transactions.created_at', 'wallet_created_at'])
    .where('orders.status', 'in', ['pending', 'reserved', 'confirmed'])
    .where('order_transactions.created_at', '>', now() - WINDOW_MS)
    .execute()
  const offsetMs = wallet().clockOffsetMs()
  const inWindow = expected.filter(({ created_at: at, wallet_created_at: walletAt }) => {
    const madeAt = walletAt ?? at + offsetMs
    return madeAt > fromMs + SETTLES_MS && madeAt < toMs - SETTLES_MS
  })
  const open = await db
    .selectFrom('differences')
    .select('transaction_key')
    .where('state', '=', 'open')
    .execute()
  const keys = [...inWindow, ...open].flatMap(({ transaction_key: key }) => key ?? [])
  const unseen = new Set(keys.filter((key) => !seen.has(key)))
  for (const { transaction_key: key } of open) unseen.add(key)
  return [...unseen]
}
