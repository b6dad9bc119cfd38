import 'server-only'
import { after, now, uptime } from '#lib/runtime/clock.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import type { Transport } from '#lib/wallet/transport.ts'

/** A silence has to be on the screens within five seconds, and the way there takes a moment too. */
const PATIENCE_MS = 4000
/** Whoever was that slow to answer lately gets half as long again, so that a slow wallet does not count as a silent one. */
const ALLOWANCE = 1.5
const LATELY_MS = 5 * 60_000

interface Call {
  /** By the clock that is never set. */
  beganAt: number
  /** In milliseconds since 1970. */
  since: number
}

export interface SilenceListener {
  /** No call has been answered for a while; the oldest of those that wait went out at `since`. */
  silent: (since: number) => void
  /** The wallet has answered a call, for the first time since it was called silent. */
  heard: () => void
}

/**
 * Notices that the wallet is silent long before the calls give up on it, and asks it nothing for that. A call counts as
 * long as none that went out after it has been answered: then it is that call which is slow or lost, and not the wallet.
 */
export class WalletSilence {
  /** In the order in which they went out. */
  readonly #unanswered = new Set<Call>()
  readonly #listeners = new Set<SilenceListener>()
  #heardAt = -Infinity
  #slowestMs = 0
  #slowAt = -Infinity
  #isTold = false
  #stopWaiting: (() => void) | undefined

  tell(listener: SilenceListener): void {
    this.#listeners.add(listener)
  }

  /** A call goes out; the answer is to be told whether the wallet has said anything to it. */
  begin(): (wasAnswered: boolean) => void {
    const call = { beganAt: uptime(), since: now() }
    this.#unanswered.add(call)
    this.#wait()
    return (wasAnswered) => {
      if (wasAnswered) this.#hear(call)
      this.#unanswered.delete(call)
      this.#wait()
    }
  }

  #hear(call: Call): void {
    this.#heardAt = uptime()
    this.#remember(this.#heardAt - call.beganAt)
    if (this.#unanswered.has(call)) {
      for (const earlier of this.#unanswered) {
        if (earlier === call) break
        this.#unanswered.delete(earlier)
      }
    }
    if (!this.#isTold) return
    this.#isTold = false
    for (const { heard } of this.#listeners) heard()
  }

  #remember(tookMs: number): void {
    if (tookMs < PATIENCE_MS) return
    this.#slowestMs = Math.max(tookMs, this.#slowestLatelyMs())
    this.#slowAt = this.#heardAt
  }

  #slowestLatelyMs(): number {
    return uptime() - this.#slowAt < LATELY_MS ? this.#slowestMs : 0
  }

  #wait(): void {
    this.#stopWaiting?.()
    const [oldest] = this.#unanswered
    if (!oldest || this.#isTold) return
    const patienceMs = Math.max(PATIENCE_MS, this.#slowestLatelyMs() * ALLOWANCE)
    const silentForMs = uptime() - Math.max(oldest.beganAt, this.#heardAt)
    this.#stopWaiting = after(Math.max(0, patienceMs - silentForMs), () => {
      this.#isTold = true
      for (const { silent } of this.#listeners) silent(oldest.since)
    })
  }
}

export function walletSilence(): WalletSilence {
  return oncePerProcess('wallet-silence', () => new WalletSilence())
}

/** The same transport, of which it is noticed when nothing answers it. */
export function noticedWhenSilent(transport: Transport): Transport {
  return {
    exchange: async (request) => {
      const end = walletSilence().begin()
      const exchange = await transport.exchange(request)
      end(exchange.kind !== 'none')
      return exchange
    },
    close: transport.close,
  }
}
