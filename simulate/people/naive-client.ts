import type { Transport } from '#lib/wallet/transport.ts'
import type { Asked, Told } from '../oracle/evidence.ts'
import type { Deed } from '../schedule.ts'
import type { StaffActName } from './staff-acts.ts'

type StaffDeed = Deed & { kind: 'staff' }
type Asking = Asked & { told: Told[] }
interface KnownOrder {
  id: number
  key: string
}

const tries = 3
const timeoutMs = 15_000
const firstAmountMinor = 1000

/**
 * What a merchant gets who writes the obvious client: each call is tried three times whatever went wrong, orders carry
 * their transaction with them instead of a key that is known before, nothing is written down, and what has not worked
 * three times is told as failed.
 */
export class NaiveClient {
  readonly asked: Asking[] = []
  readonly #line: () => Transport
  readonly #orders = new Map<number, KnownOrder[]>()

  /** `line` is that of the present process. */
  constructor(line: () => Transport) {
    this.#line = line
  }

  async do({ act, spotId, pick, taps }: StaffDeed): Promise<void> {
    const orders = this.#orders.get(spotId) ?? []
    const order = orders[pick % Math.max(1, orders.length)]
    // A second tap on the same button is held back in the browser; a second person is not.
    const presses = taps === 'by two' ? 2 : 1
    await Promise.all(Array.from({ length: presses }, () => this.#press(act, spotId, order)))
  }

  async #press(act: StaffActName, spotId: number, order: KnownOrder | undefined): Promise<void> {
    if (act === 'submit') return this.#submit(spotId)
    if (act === 'close') {
      await this.#call('PUT', `/spot/${spotId}/close`)
      return
    }
    if (!order) return
    switch (act) {
      case 'edit': {
        const made = await this.#call('PUT', `/order/${order.id}`, this.#transaction('edited', 500))
        if (made) order.key = made.key
        return
      }
      case 'confirm':
        await this.#call('PUT', `/transaction/${order.key}/confirm`)
        return
      case 'decline':
        await this.#call('DELETE', `/transaction/${order.key}`)
        return
      default:
        await this.#call('DELETE', `/order/${order.id}`)
    }
  }

  async #submit(spotId: number): Promise<void> {
    const number = this.asked.length
    const intentId = `intent ${number}`
    const amountMinor = firstAmountMinor + number
    const asking: Asking = {
      act: 'submit',
      intentId,
      spotId,
      orderId: null,
      amountMinor,
      standing: [],
      told: [],
    }
    this.asked.push(asking)
    const body = this.#transaction(intentId, amountMinor)
    const made = await this.#call('POST', `/spot/${spotId}/order`, body)
    asking.told.push(made ? { what: 'done' } : { what: 'failed', code: 'wallet_unreachable' })
    if (made) this.#orders.set(spotId, [...(this.#orders.get(spotId) ?? []), made])
  }

  #transaction(reference: string, price: number): object {
    const parameters = { spotboard: reference }
    return { transaction: { payments: [{ description: 'x', price, currency: 'EUR', parameters }] } }
  }

  async #call(method: string, path: string, body?: object): Promise<KnownOrder | undefined> {
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const exchange = await this.#line().exchange({
        method,
        target: `/rest/v1${path}`,
        headers: {},
        body: body && JSON.stringify(body),
        timeLeftMs: timeoutMs,
      })
      const isDone = exchange.kind === 'answer' && exchange.status >= 200 && exchange.status < 300
      const made = isDone ? readOrder(exchange.body.toString()) : undefined
      if (made) return made
    }
    return undefined
  }
}

function readOrder(text: string): KnownOrder | undefined {
  try {
    const { id = 0, transaction_key: key = '' } = JSON.parse(text)
    return { id, key }
  } catch {
    return undefined
  }
}
