import type { Exchange, Transport, WireRequest } from '#lib/wallet/transport.ts'
import { answerCall, answered, answerStale, matchRoute } from '#sandbox/core/api.ts'
import type { Answer, Call } from '#sandbox/core/call.ts'
import { seededRandom } from '#sandbox/core/chance.ts'
import { invalidTimestamp, tooManyRequests } from '#sandbox/core/errors.ts'
import { signerOf } from '#sandbox/core/guests.ts'
import { parseJson } from '#sandbox/core/json.ts'
import { RateLimits } from '#sandbox/core/rate-limits.ts'
import { merchantClientId, seededState } from '#sandbox/core/seed.ts'
import type { Settings } from '#sandbox/core/settings.ts'
import { createWorld, shownNowS, type World } from '#sandbox/core/world.ts'
import { answerAsGuest, answerAtCounter, type GuestAnswer } from '../people/guests.ts'
import type { VirtualTime } from '../virtual-time.ts'
import { keyOfCall, spotOfCall } from './called-spot.ts'
import { writingCallOf } from './call-kind.ts'
import { deliveriesOf, heard, type Fault } from './faults.ts'
import { Incidents, type Happening } from './incidents.ts'
import { EverPayable } from './ever-payable.ts'
import { locationsOf, quietPlace, spotsIn, spotsOf, type Site } from './site.ts'

/** How one wallet differs from another where the reference leaves it open. */
export type WalletSettings = Pick<
  Settings,
  'merchantSeesOrders' | 'duplicateKey' | 'revokeOnClose' | 'openWord' | 'clockSkewS'
>

/** Who is at the other end of a line. */
export interface Caller {
  isAlive: () => boolean
  crash: (downMs: number) => void
}

const toleranceS = 300
const shortestWayMs = 5
const longestWayMs = 150
const latestMs = { least: 20_000, most: 300_000 }
const slowestMs = 30_000

/** The sandbox's rules in this process: calls take virtual time, and meet what the schedule has planned for them. */
export class SimulatedWallet {
  readonly world: World
  readonly incidents = new Incidents()
  /** What every call meets while the wallet is out of reach. */
  outage: Fault | undefined
  /** How many visits the merchant's calls have ended at each spot, but for those that came late. */
  readonly visitsClosed = new Map<number, number>()
  readonly everPayable = new EverPayable()
  /** The keys of all codes that a screen at the counter has ever shown. */
  readonly shownKeys = new Set<string>()
  /** Requests that will be applied later, though nobody waits for them any more. */
  pendingLate = 0
  /** How many calls were refused because they were too many. */
  refusedAsTooMany = 0
  readonly #site: Site
  readonly #limits = new RateLimits()
  readonly #time: VirtualTime
  readonly #chance: () => number

  constructor(time: VirtualTime, settings: WalletSettings, seed: string, site = quietPlace) {
    this.#time = time
    this.#site = site
    this.#chance = seededRandom(`ways ${seed}`)
    const random = seededRandom(`wallet ${seed}`)
    const state = seededState(random)
    state.settings = { ...state.settings, ...settings }
    state.tables.spots = spotsOf(state, site)
    state.locations = locationsOf(state, site)
    state.lastIds.spot = site.spots
    this.world = createWorld(state, time.now, random)
  }

  /** From now on calls meet nothing any more; what is under way stays so. */
  heal(): void {
    this.incidents.clear()
    this.outage = undefined
  }

  lineOf(caller: Caller): Transport {
    return {
      exchange: (request) => this.#exchange(caller, request),
      close: () => {},
    }
  }

  #exchange(caller: Caller, request: WireRequest): Promise<Exchange> {
    this.#site.onCall(request)
    const [path = ''] = request.target.split('?')
    const happening = this.incidents.take(writingCallOf(request.method, path))
    const fault = happening.find((one) => one.kind === 'fault')?.fault ?? this.outage
    const crash = happening.find((one) => one.kind === 'crash')
    return new Promise((resolve) => {
      if (crash?.when === 'before') {
        caller.crash(crash.downMs)
        return
      }
      const hear = (exchange: Exchange) => {
        if (caller.isAlive()) resolve(exchange)
      }
      const cancelDeadline = this.#time.after(request.timeLeftMs, () => {
        const why = 'no whole answer within the deadline'
        hear({ kind: 'none', why, mayHaveArrived: true })
      })
      this.#time.after(this.#wayMs(), () => {
        const answer = this.#deliver(request, fault, happening)
        if (crash) caller.crash(crash.downMs)
        const exchange = heard(fault, answer)
        if (exchange === 'never') return
        const backMs = fault === 'slow' ? this.#chance() * slowestMs : this.#wayMs()
        this.#time.after(backMs, () => {
          cancelDeadline()
          hear(exchange)
        })
      })
    })
  }

  /** The request arrives: whatever the wallet does with it, it does now. */
  #deliver(
    request: WireRequest,
    fault: Fault | undefined,
    happening: readonly Happening[],
  ): Answer {
    const call = this.#callOf(request)
    const run = () => {
      const answer = answered(() => {
        this.#checkTime(request)
        this.#count()
        const isStale = fault === 'stale' && call.method === 'GET'
        return isStale ? answerStale(this.world, call) : answerCall(this.world, call)
      })
      if (this.#site.notesPayable && call.method !== 'GET')
        this.everPayable.look(this.world, this.shownKeys)
      return answer
    }
    this.#guestsAct(call, happening, 'before')
    const closable = call.path.endsWith('/close') ? spotOfCall(this.world, call) : undefined
    const wasOpen = this.#isOccupied(closable)
    const answer = this.#apply(run, fault)
    if (closable !== undefined && wasOpen && !this.#isOccupied(closable)) {
      this.visitsClosed.set(closable, (this.visitsClosed.get(closable) ?? 0) + 1)
    }
    this.#guestsAct(call, happening, 'after')
    return answer
  }

  #count(): void {
    if (!this.#site.isLimited) return
    if (this.#limits.admit(merchantClientId, merchantClientId, this.#time.now())) return
    this.refusedAsTooMany += 1
    throw tooManyRequests()
  }

  #isOccupied(spotId: number | undefined): boolean {
    return this.world.state.tables.spots[spotId ?? 0]?.status !== 'closed'
  }

  #apply(run: () => Answer, fault: Fault | undefined): Answer {
    const nothing = { status: 204, body: undefined }
    switch (deliveriesOf(fault)) {
      case 'none':
        return nothing
      case 'late': {
        this.pendingLate += 1
        const { least, most } = latestMs
        this.#time.after(least + this.#chance() * (most - least), () => {
          this.pendingLate -= 1
          run()
        })
        return nothing
      }
      case 'twice':
        run()
        return run()
      default:
        return run()
    }
  }

  #guestsAct(call: Call, happening: readonly Happening[], when: 'before' | 'after'): void {
    for (const one of happening) {
      if (one.kind === 'guest' && one.when === when) this.#guestActs(call, one.answer)
    }
  }

  #guestActs(call: Call, answer: GuestAnswer): void {
    const spotId = spotOfCall(this.world, call)
    const candidates = spotId === undefined ? spotsIn(this.#site) : [spotId]
    const key = keyOfCall(call)
    const isAtCounter = key !== undefined && this.shownKeys.has(key)
    if (isAtCounter) answerAtCounter(this.world, [key], answer, 0)
    else candidates.some((candidate) => answerAsGuest(this.world, candidate, answer, 0))
  }

  #callOf({ method, target, headers, body }: WireRequest): Call {
    const [path = '', query = ''] = target.split('?')
    const ext = /ext="([^"]*)"/.exec(headers['authorization'] ?? '')?.[1] ?? ''
    const isOpen = matchRoute(method, path)?.route.access === 'open'
    return {
      method,
      path,
      query: new URLSearchParams(query),
      ext: new URLSearchParams(ext),
      caller: isOpen ? null : (signerOf(this.world, merchantClientId)?.caller ?? null),
      body: body === undefined ? undefined : parseJson(body),
      form: new URLSearchParams(),
    }
  }

  /** Of the signature only its time counts here: the rest is proved over HTTP. */
  #checkTime({ headers }: WireRequest): void {
    const signedAtS = /ts="(\d+)"/.exec(headers['authorization'] ?? '')?.[1]
    if (signedAtS === undefined) return
    if (Math.abs(shownNowS(this.world) - Number(signedAtS)) > toleranceS) {
      throw invalidTimestamp('Timestamp lifetime exceeded')
    }
  }

  #wayMs(): number {
    return shortestWayMs + this.#chance() * (longestWayMs - shortestWayMs)
  }
}
