import 'server-only'
import type { Database } from '#lib/database/open-database.ts'
import { after } from '#lib/runtime/clock.ts'
import { onShutdown } from '#lib/runtime/lifecycle.ts'
import { log } from '#lib/runtime/log.ts'
import type { CallRecord } from '#lib/wallet/call.ts'

const WRITE_AFTER_MS = 500
/** While nothing can be written, on a full disk, the notes must not grow without end. */
const MOST_NOTES = 1000

/**
 * The log of calls to the wallet. It is written a moment later and many calls at once, since each commit waits for the
 * disk and so keeps orders waiting. A crash loses the last half second of it, which the budget's reserve covers.
 */
export class CallNotes {
  readonly #db: () => Promise<Database>
  #notes: CallRecord[] = []
  #cancel: (() => void) | undefined

  constructor(db: () => Promise<Database>) {
    this.#db = db
    onShutdown('call notes', () => this.write())
  }

  add(record: CallRecord): void {
    if (this.#notes.length < MOST_NOTES) this.#notes.push(record)
    this.#cancel ??= after(WRITE_AFTER_MS, () => void this.write())
  }

  async write(): Promise<void> {
    this.#cancel?.()
    this.#cancel = undefined
    const notes = this.#notes
    if (notes.length === 0) return
    this.#notes = []
    try {
      const db = await this.#db()
      await db.insertInto('wallet_calls').values(notes.map(rowOf)).execute()
    } catch (err) {
      log().error({ err, calls: notes.length }, 'calls to the wallet could not be written down')
      this.#notes = [...notes, ...this.#notes].slice(0, MOST_NOTES)
    }
  }
}

function rowOf(record: CallRecord) {
  return {
    at: record.startedAt,
    method: record.method,
    path: record.pathTemplate,
    status: record.status ?? null,
    code: record.walletCode ?? record.code ?? null,
    duration_ms: Math.round(record.durationMs),
    correlation_id: record.correlationId ?? null,
  }
}
