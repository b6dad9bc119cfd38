import 'server-only'
import { callFor } from '#lib/floor/call-purpose.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { uptime } from '#lib/runtime/clock.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import { problem } from '#lib/runtime/problem.ts'
import { isSignedWith, type SignedEvent } from '#lib/wallet/callback.ts'

const SHORTEST_PAUSE_MS = 60_000

/**
 * The key that the wallet signs callbacks with. It is asked for anew when a signature does not fit, since the wallet may
 * have changed it, but at most once a minute, since forgeries do not fit either and each asking costs a call.
 */
export class CallbackKey {
  readonly #ask: () => Promise<string>
  #pem: string | undefined
  #askedAt = -Infinity
  #asking: Promise<string> | undefined

  constructor(ask: () => Promise<string>) {
    this.#ask = ask
  }

  /** Whether the wallet has signed this; throws where that cannot be known now. */
  async hasSigned(event: SignedEvent): Promise<boolean> {
    if (this.#pem !== undefined && isSignedWith(this.#pem, event)) return true
    const newest = await this.#askAgain()
    return newest !== undefined && isSignedWith(newest, event)
  }

  async #askAgain(): Promise<string | undefined> {
    if (this.#asking) return this.#asking
    const pauseMs = this.#askedAt + SHORTEST_PAUSE_MS - uptime()
    if (pauseMs > 0 && this.#pem !== undefined) return undefined
    if (pauseMs > 0) throw problem('wallet_unreachable', { retryAfterS: pauseMs / 1000 })
    this.#askedAt = uptime()
    this.#asking = this.#ask().finally(() => (this.#asking = undefined))
    this.#pem = await this.#asking
    return this.#pem
  }
}

export function callbackKey(): CallbackKey {
  return oncePerProcess('callback-key', () => new CallbackKey(askForKey))
}

/** Strangers can bring it about that the key is asked for, so that must not take a call which is kept for people. */
function askForKey(): Promise<string> {
  return callFor({ name: 'callback', calls: 0 }, () => wallet().getPublicKey({ priority: 'poll' }))
}
