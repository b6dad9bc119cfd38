import 'server-only'
import type { Floor } from '#contract/floor.ts'
import { isStorageError } from '#lib/database/storage-error.ts'
import { after, now } from '#lib/runtime/clock.ts'
import { isShuttingDown, onShutdown } from '#lib/runtime/lifecycle.ts'
import { log } from '#lib/runtime/log.ts'
import { metrics } from '#lib/runtime/metrics.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import { isWalletError, type WalletErrorCode } from '#lib/wallet/errors.ts'
import type { Budget } from './budget.ts'
import { callFor } from './call-purpose.ts'
import { liveFloor } from './live-floor.ts'
import { budget, onWalletAnswer } from './metered-wallet.ts'
import { planReadings, type Spending, type Wishes } from './plan-readings.ts'
import { walletSilence } from './wallet-silence.ts'

/** Something that is read from the wallet again and again. */
export interface PollSource {
  name: string
  /** Places it among the others where the budget does not last for all: 1 comes first (law 8). */
  importance: number
  /** How often it wants to be read now. */
  wishes: (isWatched: boolean) => Wishes
  /** Throws the wallet's error. */
  read: () => Promise<void>
}

const LOOKED_RECENTLY_MS = 60_000
const LONGEST_PAUSE_MS = 30_000
/** What a source wants may change while nothing is due. */
const LONGEST_SLEEP_MS = 5000
const SHORTEST_SLEEP_MS = 50

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
  /** What the last reading cost; one that finds nothing to ask about costs nothing. */
  calls: number
  isReading: boolean
}

/** How late a reading is: 1 when it is due just now. */
interface Lateness {
  entry: Entry
  late: number
  dueInMs: number
}

/**
 * One poller however many screens look: it reads what is most overdue, within the budget. A source is read by one
 * reading at a time; the others do not wait for one that takes long, since a guest may be waiting meanwhile.
 */
class Watch {
  readonly #sources: Entry[] = []
  readonly #backListeners: (() => void)[] = []
  #lookedAt = 0
  #failures = 0
  #resumeAt = 0
  /** While the wallet fails, one reading alone finds out whether it is back. */
  #trial: Entry | undefined
  #cancel: (() => void) | undefined

  add(source: PollSource): void {
    this.#sources.push({ source, lastAt: 0, calls: 1, isReading: false })
    this.#sources.sort((one, other) => one.source.importance - other.source.importance)
    this.#schedule(0)
  }

  /** Somebody sees the floor now, so the readings come faster for a minute. */
  look(): void {
    const wasWatched = this.isWatched()
    this.#lookedAt = now()
    if (!wasWatched) this.#schedule(0)
  }

  isWatched(): boolean {
    return now() - this.#lookedAt < LOOKED_RECENTLY_MS
  }

  /** What the named source says may have changed: read it as soon as the budget lets it. */
  readSoon(name: string): void {
    for (const entry of this.#sources) if (entry.source.name === name) entry.lastAt = 0
    this.#schedule(0)
  }

  /** The wallet has answered somebody: readings that were waiting for that go on now. */
  walletAnswered(): void {
    if (this.#failures === 0) return
    this.#resumeAt = 0
    this.#trial = undefined
    this.#schedule(0)
  }

  /** Calls back whenever the wallet can be read again after it could not. */
  onBack(hear: () => void): void {
    this.#backListeners.push(hear)
  }

  /** Calls wait for the wallet, which is told before the first of them gives up. */
  async walletIsSilent(since: number): Promise<void> {
    const floor = await liveFloor()
    if (floor.hub.current().trouble !== null) return
    log().warn('the wallet is silent')
    floor.say({ trouble: { cause: 'wallet_unreachable', since } })
  }

  /** Takes back what was told of a silence; what a reading has found out is left to the next one that goes well. */
  async walletIsHeard(): Promise<void> {
    if (this.#failures === 0) (await liveFloor()).say({ trouble: null })
  }

  stop(): void {
    this.#cancel?.()
  }

  #schedule(delayMs: number): void {
    if (isShuttingDown()) return
    this.#cancel?.()
    this.#cancel = after(delayMs, () => void this.#run())
  }

  async #run(): Promise<void> {
    try {
      const shared = await budget()
      this.#schedule(this.#beginMostOverdue(shared))
    } catch (err) {
      log().error({ err }, 'the floor watch stumbled')
      this.#schedule(LONGEST_SLEEP_MS)
    }
  }

  /** Answers in how many milliseconds there may be something to begin again. */
  #beginMostOverdue(shared: Budget): number {
    const at = now()
    if (this.#resumeAt > at) return Math.min(this.#resumeAt - at, LONGEST_SLEEP_MS)
    if (this.#failures > 0 && this.#trial?.isReading) return LONGEST_SLEEP_MS
    const waitMs = shared.waitMs(at, 'poll')
    const due = this.#lateness(shared.spending(at))
      // What costs no call can be looked at whatever the wallet says.
      .filter(({ entry }) => !entry.isReading && (waitMs === 0 || entry.calls === 0))
      .toSorted((one, other) => other.late - one.late)
    const [next] = due
    if (next && next.late >= 1) {
      this.#trial = next.entry
      void this.#read(next.entry)
      return 0
    }
    const soonestMs = Math.min(
      ...due.map(({ dueInMs }) => dueInMs),
      waitMs > 0 ? waitMs : LONGEST_SLEEP_MS,
    )
    return Math.min(Math.max(soonestMs, SHORTEST_SLEEP_MS), LONGEST_SLEEP_MS)
  }

  #lateness(spending: Spending): Lateness[] {
    const isWatched = this.isWatched()
    const demands = this.#sources.map(({ source, calls }) => ({
      name: source.name,
      calls,
      ...source.wishes(isWatched),
    }))
    const intervals = planReadings(spending, demands)
    return this.#sources.map((entry) => {
      const intervalMs = intervals.get(entry.source.name) ?? LONGEST_SLEEP_MS
      const ageMs = spending.now - entry.lastAt
      return { entry, late: ageMs / intervalMs, dueInMs: intervalMs - ageMs }
    })
  }

  async #read(entry: Entry): Promise<void> {
    entry.isReading = true
    entry.lastAt = now()
    const purpose = { name: entry.source.name, calls: 0 }
    try {
      await callFor(purpose, () => entry.source.read())
      entry.calls = purpose.calls
      this.#count(entry, purpose.calls > 0 ? 'read' : 'nothing_to_ask')
      if (purpose.calls > 0) await this.#onSuccess()
    } catch (error) {
      this.#count(entry, 'failed')
      entry.lastAt = 0
      await this.#onFailure(entry.source.name, error)
    } finally {
      entry.isReading = false
      this.#schedule(0)
    }
  }

  async #onSuccess(): Promise<void> {
    if (this.#failures > 0) for (const hear of this.#backListeners) hear()
    this.#failures = 0
    const floor = await liveFloor()
    floor.say({ trouble: null })
  }

  #count({ source }: Entry, outcome: 'read' | 'nothing_to_ask' | 'failed'): void {
    metrics().readings.inc({ source: source.name, outcome })
  }

  async #onFailure(name: string, err: unknown): Promise<void> {
    const cause = troubleOf(err)
    this.#failures += 1
    const pauseMs = Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** this.#failures)
    // Jitter, so that many houses do not come back at the same instant after an outage.
    this.#resumeAt = now() + pauseMs * (0.5 + Math.random() / 2)
    if (cause === null) {
      log().error({ err, reading: name }, 'the floor watch stumbled')
      return
    }
    const floor = await liveFloor()
    const { trouble } = floor.hub.current()
    const isNew = trouble?.cause !== cause
    if (isNew || this.#failures === 1) log().warn({ err, reading: name, cause }, 'a reading failed')
    if (isNew) floor.say({ trouble: { cause, since: trouble?.since ?? now() } })
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
    onWalletAnswer(() => watch.walletAnswered())
    walletSilence().tell({
      silent: (since) => void watch.walletIsSilent(since),
      heard: () => void watch.walletIsHeard(),
    })
    return watch
  })
}

/** Whether the wallet answers, for the readiness report. */
export async function walletState(): Promise<Pick<Floor, 'asOf' | 'trouble'>> {
  const { asOf, trouble } = (await liveFloor()).hub.current()
  return { asOf, trouble }
}
