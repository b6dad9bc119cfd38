import { callFor } from '#lib/floor/call-purpose.ts'
import { Budget } from '#lib/floor/budget.ts'
import type { Transport } from '#lib/wallet/transport.ts'
import type { VirtualTime } from '../virtual-time.ts'
import type { SimulatedWallet } from '../wallet/simulated-wallet.ts'
import type { AskedOrder, Desk } from './desk.ts'
import { sleep } from './sleep.ts'

/** How a dashboard polls that plans nothing. */
export interface PlainPoller {
  /** Each screen polls for itself. */
  screens: number
  waitingMs: number
  paymentsMs: number
  openMs: number
  /** Calls that are too many for these wait in a line, people's and polls' alike; null lets all go out at once. */
  limits: { perMinute: number; perHour: number } | null
}

/** In an hour of mean business this takes all of the 900 calls. */
export const fixedIntervals: PlainPoller = {
  screens: 1,
  waitingMs: 10_000,
  paymentsMs: 20_000,
  openMs: 180_000,
  limits: { perMinute: 50, perHour: 900 },
}

/** What the wallet's page about QR codes advises, every 5 s, on each of six screens. */
export const everyScreenPolls: PlainPoller = {
  screens: 6,
  waitingMs: 5000,
  paymentsMs: 5000,
  openMs: 60_000,
  limits: null,
}

interface Answered {
  status: number
  body: Record<string, unknown>
}

const timeoutMs = 15_000
const tryAgainMs = 5000
const longWaitMs = 1000
const pageLimit = 200

/** A dashboard that asks at fixed intervals, and does what staff ask call by call. */
export class PlainDesk implements Desk {
  /** How many calls of people went through more than a second after they were wanted, the outages' own waits aside. */
  longWaits = 0
  readonly #time: VirtualTime
  readonly #line: Transport
  readonly #wallet: SimulatedWallet
  readonly #budget: Budget | null
  readonly #waiting = new Set<number>()
  readonly #statusOf = new Map<string, string>()
  #last: Promise<void> = Promise.resolve()
  #watching: { isSo: () => boolean; say: () => void }[] = []

  constructor(time: VirtualTime, wallet: SimulatedWallet, poller: PlainPoller) {
    this.#time = time
    this.#wallet = wallet
    this.#line = wallet.lineOf({ isAlive: () => true, crash: () => {} })
    this.#budget = poller.limits && new Budget(poller.limits)
    const since = Math.floor(time.now() / 1000)
    for (let screen = 0; screen < poller.screens; screen += 1) {
      const phase = screen / poller.screens
      const poll = (purpose: string, everyMs: number, read: () => Promise<void>) =>
        time.after(phase * everyMs, () => void this.#poll(purpose, everyMs, read))
      poll('waiting', poller.waitingMs, () => this.#readWaiting())
      poll('payments', poller.paymentsMs, () => this.#readPayments(since))
      poll('open', poller.openMs, async () => {
        await this.#pages('/spots?status=open', 'spots')
      })
    }
  }

  seeWaiting(spotId: number): Promise<void> {
    return this.#see(() => this.#waiting.has(spotId))
  }

  seeHeld({ key }: AskedOrder): Promise<void> {
    return this.#see(() => this.#statusOf.get(key) === 'reserved')
  }

  async ask(spotId: number, price: number): Promise<AskedOrder> {
    const payments = [{ description: 'x', price, currency: 'EUR' }]
    const { transaction_key: key } = await this.#insist('POST', '/transaction', { payments })
    const body = { transaction_key: key }
    const { id } = await this.#insist('POST', `/spot/${spotId}/order`, body)
    return { spotId, key: String(key), id: String(id) }
  }

  async confirm({ key }: AskedOrder): Promise<void> {
    await this.#insist('GET', `/transaction/${key}`)
    await this.#insist('PUT', `/transaction/${key}/confirm`)
  }

  async takeCash({ id, key }: AskedOrder): Promise<void> {
    await this.#insist('DELETE', `/order/${id}`)
    await this.#insist('DELETE', `/transaction/${key}`)
  }

  async free(spotId: number): Promise<void> {
    await this.#insist('PUT', `/spot/${spotId}/close`)
    this.#waiting.delete(spotId)
  }

  async #poll(purpose: string, everyMs: number, read: () => Promise<void>): Promise<void> {
    for (;;) {
      const startedAt = this.#time.uptime()
      await callFor({ name: purpose, calls: 0 }, read)
      await sleep(this.#time, Math.max(0, startedAt + everyMs - this.#time.uptime()))
    }
  }

  async #readWaiting(): Promise<void> {
    const spots = await this.#pages('/spots?status=waiting', 'spots')
    if (!spots) return
    this.#waiting.clear()
    for (const { id } of spots) this.#waiting.add(Number(id))
    this.#tell()
  }

  async #readPayments(since: number): Promise<void> {
    // The newest are enough to see what has become of the orders of the last hours.
    const answer = await this.#call('GET', `/transactions?from=${since}&limit=${pageLimit}`)
    for (const one of listIn(answer?.body, 'transactions')) {
      this.#statusOf.set(String(one['transaction_key']), String(one['status']))
    }
    this.#tell()
  }

  async #pages(target: string, name: string): Promise<Record<string, unknown>[] | undefined> {
    const all: Record<string, unknown>[] = []
    for (;;) {
      const page = `&limit=${pageLimit}&offset=${all.length}`
      const answer = await this.#call('GET', target + page)
      if (answer?.status !== 200) return undefined
      const items = listIn(answer.body, name)
      all.push(...items)
      if (items.length < pageLimit) return all
    }
  }

  /** Staff press again until it has worked; a conflict says that it had. */
  async #insist(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
    const wantedAt = this.#time.uptime()
    let wasAway = false
    for (;;) {
      wasAway ||= this.#wallet.outage !== undefined
      const answer = await this.#call(method, path, body, (passedAt) => {
        if (!wasAway && passedAt - wantedAt > longWaitMs) this.longWaits += 1
      })
      if (answer && answer.status < 500 && answer.status !== 429) return answer.body
      await sleep(this.#time, tryAgainMs)
    }
  }

  async #call(
    method: string,
    path: string,
    body?: object,
    onPassed: (at: number) => void = () => {},
  ): Promise<Answered | undefined> {
    await this.#passLine()
    const refusedBefore = this.#wallet.refusedAsTooMany
    const passedAt = this.#time.uptime()
    const exchange = await this.#line.exchange({
      method,
      target: `/rest/v1${path}`,
      headers: {},
      body: body && JSON.stringify(body),
      timeLeftMs: timeoutMs,
    })
    if (exchange.kind !== 'answer') return undefined
    if (exchange.status !== 429 || this.#wallet.refusedAsTooMany === refusedBefore) {
      onPassed(passedAt)
    }
    const text = exchange.body.toString()
    return { status: exchange.status, body: text === '' ? {} : JSON.parse(text) }
  }

  /** First come, first served. */
  #passLine(): Promise<void> {
    this.#last = this.#passAfter(this.#last)
    return this.#last
  }

  async #passAfter(others: Promise<void>): Promise<void> {
    await others
    for (;;) {
      const waitMs = this.#budget?.waitMs(this.#time.now(), 'person') ?? 0
      if (waitMs === 0) break
      await sleep(this.#time, waitMs)
    }
    this.#budget?.spend(this.#time.now(), 'person')
  }

  async #see(isSo: () => boolean): Promise<void> {
    if (isSo()) return
    await new Promise<void>((say) => {
      this.#watching.push({ isSo, say })
    })
  }

  #tell(): void {
    const seen = this.#watching.filter(({ isSo }) => isSo())
    this.#watching = this.#watching.filter((one) => !seen.includes(one))
    for (const { say } of seen) say()
  }
}

function listIn(
  body: Record<string, unknown> | undefined,
  name: string,
): Record<string, unknown>[] {
  const list = body?.[name]
  return Array.isArray(list) ? list : []
}
