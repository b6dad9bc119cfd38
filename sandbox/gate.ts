import type { Caller } from './core/callers.ts'
import { partyOf } from './core/callers.ts'
import {
  WalletError,
  invalidGrant,
  invalidTimestamp,
  tooManyRequests,
  unauthorized,
} from './core/errors.ts'
import { signerOf } from './core/guests.ts'
import { merchantClientId } from './core/seed.ts'
import { nowMs, shownNowS, type World } from './core/world.ts'
import {
  acceptedAuthorities,
  bodyHashHolds,
  macHolds,
  parseMacHeader,
  type MacHeader,
} from './mac.ts'
import { RateLimits } from './core/rate-limits.ts'
import type { Received } from './received.ts'

const toleranceS = 300

/** What the gate found out about a call; `refusal` is the answer when it may not go on. */
export interface Admission {
  caller: Caller | null
  ext: URLSearchParams
  refusal: WalletError | null
  /** `null`: nobody looked, because the call needs none or signatures are off. */
  signatureHeld: boolean | null
}

/** Checks who calls: signature over the exact bytes, time, replay, then the limits. */
export class Gate {
  readonly #world: World
  readonly #limits = new RateLimits()
  /** Signed timestamp by key id, timestamp and nonce. */
  readonly #used = new Map<string, number>()

  constructor(world: World) {
    this.#world = world
  }

  admit(received: Received): Admission {
    const header = parseMacHeader(received.authorization)
    const ext = new URLSearchParams(header?.ext ?? '')
    const isChecked = this.#world.state.settings.signatures === 'verify'
    try {
      const signer = isChecked
        ? this.#verified(header, ext, received)
        : signerOf(this.#world, header?.id ?? merchantClientId)
      if (!signer) throw unauthorized('Unknown client or access token')
      this.#count(header?.id ?? merchantClientId, signer.caller)
      if (signer.isExpired) throw invalidGrant('Token has expired')
      return { caller: signer.caller, ext, refusal: null, signatureHeld: isChecked || null }
    } catch (error) {
      if (!(error instanceof WalletError)) throw error
      const isFailure = error.status === 401
      return { caller: null, ext, refusal: error, signatureHeld: isChecked ? !isFailure : null }
    }
  }

  clear(): void {
    this.#limits.clear()
    this.#used.clear()
  }

  #verified(header: MacHeader | undefined, ext: URLSearchParams, received: Received) {
    if (!header) throw unauthorized('The Authorization header is missing or malformed')
    const signer = signerOf(this.#world, header.id)
    const { method, target, body } = received
    const holds =
      signer &&
      acceptedAuthorities(received.host).some((authority) =>
        macHolds(signer.macKey, header, { method, target, ...authority }),
      )
    if (!holds) throw unauthorized('The signature does not match')
    if (!bodyHashHolds(ext, body)) throw unauthorized('The body does not match its signed hash')
    this.#checkTime(header)
    this.#checkReplay(header)
    return signer
  }

  /** The two descriptions are the ones that published clients look for. */
  #checkTime({ ts }: MacHeader): void {
    if (!/^\d{1,12}$/.test(ts)) throw invalidTimestamp('Timestamp is not a number')
    const ageS = shownNowS(this.#world) - Number(ts)
    if (ageS < -toleranceS) throw invalidTimestamp('Timestamp is in future')
    if (ageS > toleranceS) throw invalidTimestamp('Timestamp lifetime exceeded')
  }

  #checkReplay({ id, ts, nonce }: MacHeader): void {
    const oldest = shownNowS(this.#world) - toleranceS
    for (const [key, signedAtS] of this.#used) {
      if (signedAtS >= oldest) break
      this.#used.delete(key)
    }
    const key = `${id}\n${ts}\n${nonce}`
    if (this.#used.has(key)) throw unauthorized('This nonce was used before')
    this.#used.set(key, Number(ts))
  }

  #count(keyId: string, caller: Caller): void {
    if (!this.#world.state.settings.rateLimit) return
    if (!this.#limits.admit(keyId, partyOf(caller), nowMs(this.#world))) throw tooManyRequests()
  }
}
