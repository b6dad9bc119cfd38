import 'server-only'
import type { Floor } from '#contract/floor.ts'
import { isStorageError } from '#lib/database/storage-error.ts'
import { after, now } from '#lib/runtime/clock.ts'
import { isShuttingDown, onShutdown } from '#lib/runtime/lifecycle.ts'
import { log } from '#lib/runtime/log.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import { isWalletError, type WalletErrorCode } from '#lib/wallet/errors.ts'
import { liveFloor } from './live-floor.ts'
import { budget } from './metered-wallet.ts'

/** Something that is read from the wallet again and again. */
export interface PollSource {
  name: string
  /** How old the last reading may become. */
  intervalMs: (isWatched: boolean) => number
  /** Throws the wallet's error. */
  read: () => Promise<'asked' | 'nothing_to_ask'>
}

const LOOKED_RECENTLY_MS = 60_000
const LONGEST_PAUSE_MS = 15_000
const IDLE_MS = 60_000

type Cause = NonNullable<Floor['trouble']>['cause']

const walletTroubles: Record<WalletErrorCode, Cause> = {
  no_answer: 'wallet_unreachable',
  refused: 'wallet_refuses',
  unreadable: 'wallet_garbled',
  too_many_requests: 'wallet_busy',
}

interface Entry {
  source: PollSource
  lastAt: number
}

/** One poller however many screens look: it reads what is most overdue, one reading at a time, within the budget. */
class Watch {
  readonly #sources: Entry[] = []
  #lookedAt = 0
  #failures = 0
  #resumeAt = 0
  #cancel: (() => void) | undefined
  #isReading = false

  add(source: PollSource): void {
    this.#sources.push({ source, lastAt: 0 })
    this.#schedule(0)
  }

  /** Somebody sees the floor now, so the readings come faster for a minute. */
  look(): void {
    const wasWatched = this.#isWatched()
    this.#lookedAt = now()
    if (!wasWatched) this.#schedule(0)
  }

  /** What the named source says may have changed: read it as soon as the budget lets it. */
  readSoon(name: string): void {
    for (const entry of this.#sources) if (entry.source.name === name) entry.lastAt = 0
    this.#schedule(0)
  }

  stop(): void {
    this.#cancel?.()
  }

  #isWatched(): boolean {
    return now() - this.#lookedAt < LOOKED_RECENTLY_MS
  }

  #schedule(delayMs: number): void {
    if (this.#isReading || isShuttingDown()) return
    this.#cancel?.()
    this.#cancel = after(delayMs, () => void this.#run())
  }

  async #run(): Promise<void> {
    this.#isReading = true
    let nextInMs = LONGEST_PAUSE_MS
    try {
      nextInMs = await this.#readMostOverdue()
    } catch (err) {
      log().error({ err }, 'the floor watch stumbled')
    }
    this.#isReading = false
    this.#schedule(nextInMs)
  }

  /** Answers in how many milliseconds there is something to do again. */
  async #readMostOverdue(): Promise<number> {
    const shared = await budget()
    const at = now()
    const waitMs = Math.max(this.#resumeAt - at, shared.waitMs(at, 'poll'))
    if (waitMs > 0) return Math.min(waitMs, IDLE_MS)

    const stretch = shared.stretch(at)
    let next: { entry: Entry; dueAt: number } | undefined
    for (const entry of this.#sources) {
      const dueAt = entry.lastAt + entry.source.intervalMs(this.#isWatched()) * stretch
      if (!next || dueAt < next.dueAt) next = { entry, dueAt }
    }
    if (!next) return IDLE_MS
    if (next.dueAt > at) return Math.min(next.dueAt - at, IDLE_MS)

    next.entry.lastAt = at
    try {
      if ((await next.entry.source.read()) === 'asked') {
        this.#failures = 0
        const floor = await liveFloor()
        floor.say({ trouble: null })
      }
    } catch (error) {
      await this.#onFailure(next.entry.source.name, error)
      next.entry.lastAt = 0
    }
    return 0
  }

  async #onFailure(name: string, error: unknown): Promise<void> {
    const cause = troubleOf(error)
    if (cause === null) throw error
    this.#failures += 1
    const pauseMs = Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** this.#failures)
    // Jitter, so that many houses do not come back at the same instant after an outage.
    this.#resumeAt = now() + pauseMs * (0.5 + Math.random() / 2)
    const floor = await liveFloor()
    const { trouble } = floor.hub.current()
    if (trouble?.cause === cause) return
    log().warn({ err: error, reading: name, cause }, 'a reading failed')
    floor.say({ trouble: { cause, since: trouble?.since ?? now() } })
  }
}

/** What staff are told of a reading that failed, or null where nobody foresaw it. */
function troubleOf(error: unknown): Cause | null {
  if (isWalletError(error)) return walletTroubles[error.code]
  return isStorageError(error) ? 'storage' : null
}

export function floorWatch(): Watch {
  return oncePerProcess('floor-watch', () => {
    const watch = new Watch()
    onShutdown('floor watch', () => watch.stop())
    return watch
  })
}

/** Whether the wallet answers, for the readiness report. */
export async function walletState(): Promise<Pick<Floor, 'asOf' | 'trouble'>> {
  const { asOf, trouble } = (await liveFloor()).hub.current()
  return { asOf, trouble }
}
