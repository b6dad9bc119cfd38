import { randomUUID } from 'node:crypto'
import type { Order } from '#contract/order.ts'
import { database } from '#lib/database/connection.ts'
import { floorWatch } from '#lib/floor/watch.ts'
import { describeOrder } from '#lib/orders/book/order-book.ts'
import { declineAndOffer } from '#lib/orders/offer-again.ts'
import { submitOrder } from '#lib/orders/submit-order.ts'
import { draft, manager } from '#lib/orders/testing/evening.ts'
import { confirmPayment } from '#lib/payments/confirm-payment.ts'
import { declinePayment } from '#lib/payments/decline-payment.ts'
import type { Transaction } from '#sandbox/core/state.ts'
import { requireTransaction } from '#sandbox/core/transactions.ts'
import type { WireRequest } from '#lib/wallet/transport.ts'
import { House } from '../house.ts'
import { MemoryDisk } from '../memory-disk.ts'
import { comeTo, payAt } from '../people/guests.ts'
import { seedChance } from '../seeded-chance.ts'
import { VirtualTime } from '../virtual-time.ts'
import type { Fault } from '../wallet/faults.ts'
import { SimulatedWallet } from '../wallet/simulated-wallet.ts'
import { changePayment, payOnceMore, type PaymentChange } from './payment-changes.ts'

/** When the payment changes: after the person saw it, as it is read once more, or while the confirmation goes out. */
export const moments = ['before the tap', 'at the reading', 'at the confirmation'] as const

export interface RacePlan {
  amountMinor: number
  what: PaymentChange | 'replaced by an edit' | 'paid twice' | 'declined by another' | 'nothing'
  when: (typeof moments)[number]
  by: number
  /** What else happens to the confirmation on its way. */
  fault: Fault | undefined
}

export interface RaceEnd {
  asked: Order
  order: Order
  transaction: Transaction
  /** What became of the tap. */
  answer: 'confirmed' | 'refused'
}

const spots = 40
const stepMs = 50
const longestMs = 900_000

const walletSettings = {
  merchantSeesOrders: false,
  duplicateKey: 'allow',
  revokeOnClose: false,
  openWord: 'open',
  clockSkewS: 0,
} as const

/** A house in virtual time in which held payments change while somebody confirms them. */
export class RaceTrack {
  readonly stumbles: string[] = []
  readonly #time = new VirtualTime()
  readonly #wallet: SimulatedWallet
  readonly #house: House
  #onCall: (request: WireRequest) => void = () => {}
  #races = 0

  private constructor(disk: MemoryDisk, seed: string) {
    const onCall = (request: WireRequest) => this.#onCall(request)
    const site = { spots, isLimited: false, notesPayable: false, onCall }
    this.#wallet = new SimulatedWallet(this.#time, walletSettings, seed, site)
    for (let spotId = 1; spotId <= spots; spotId += 1) comeTo(this.#wallet.world, spotId)
    const { stumbles } = this
    this.#house = new House({ time: this.#time, disk, wallet: this.#wallet, stumbles })
  }

  static async open(seed: string): Promise<RaceTrack> {
    seedChance(seed)
    const track = new RaceTrack(await MemoryDisk.format(), seed)
    await track.#until(track.#house.life().started)
    await track.#time.pass(2000)
    return track
  }

  shut(): void {
    this.#house.shut()
  }

  /** A guest is asked, pays, and somebody who has seen the payment confirms it. */
  async run(plan: RacePlan): Promise<RaceEnd> {
    this.#races += 1
    const spotId = 1 + (this.#races % spots)
    const asked = await this.#until(this.#ask(spotId, plan.amountMinor))
    const key = asked.transactionKey ?? ''
    const { world } = this.#wallet
    payAt(world, spotId, key)
    const seen = await this.#seeHeld(asked.id)

    const change = () => this.#change(plan, seen)
    if (plan.when === 'before the tap') change()
    this.#onCall = onceAt(plan.when, key, change)
    if (plan.fault) {
      const what = { kind: 'fault', fault: plan.fault } as const
      this.#wallet.incidents.add([{ at: 'confirm', skip: 0, what }])
    }
    const answer = await this.#until(this.#confirm(seen))
    this.#onCall = () => {}
    this.#wallet.incidents.clear()
    const order = await this.#settle(asked.id)
    return { asked, order, transaction: requireTransaction(world, key), answer }
  }

  #ask(spotId: number, amountMinor: number): Promise<Order> {
    return submitOrder({
      intentId: randomUUID(),
      spotId,
      draft: draft(amountMinor),
      actor: manager.actor,
    })
  }

  #change({ what, by }: RacePlan, seen: Order): void {
    const { world } = this.#wallet
    const { id: orderId, transactionKey: key = '', version } = seen
    switch (what) {
      case 'nothing':
        return
      case 'paid twice':
        payOnceMore(world, key)
        return
      case 'replaced by an edit': {
        const edit = { ...draft(seen.totalMinor + by), declinesPayment: true }
        const intentId = randomUUID()
        void declineAndOffer({ intentId, orderId, version, edit, ...manager }).catch(() => {})
        return
      }
      case 'declined by another':
        void declinePayment({ orderId, reason: 'wrong', actor: manager.actor }).catch(() => {})
        return
      default:
        changePayment(world, key, what, by)
    }
  }

  async #confirm({ id: orderId, version, judged }: Order): Promise<RaceEnd['answer']> {
    try {
      const { status } = await confirmPayment({ orderId, version, judged, ...manager })
      return status === 'confirmed' ? 'confirmed' : 'refused'
    } catch {
      return 'refused'
    }
  }

  async #seeHeld(orderId: string): Promise<Order> {
    return this.#look(orderId, ({ verdict, work }) => verdict !== undefined && !work)
  }

  async #settle(orderId: string): Promise<Order> {
    await this.#look(orderId, ({ work }) => work === undefined)
    // What was delivered late arrives within this time, and the payments are read again.
    await this.#time.pass(this.#wallet.pendingLate > 0 ? 400_000 : 10_000)
    return this.#look(orderId, ({ work }) => work === undefined)
  }

  async #look(orderId: string, isSo: (order: Order) => boolean): Promise<Order> {
    const db = await database()
    for (let waitedMs = 0; waitedMs < longestMs; waitedMs += stepMs) {
      const order = await describeOrder(db, orderId)
      if (isSo(order)) return order
      floorWatch().look()
      floorWatch().readSoon('payments')
      await this.#time.pass(stepMs)
    }
    throw new Error('An order did not come to be what it should')
  }

  async #until<Result>(work: Promise<Result>): Promise<Result> {
    const progress = { isDone: false }
    const done = work.finally(() => {
      progress.isDone = true
    })
    // The failure is the caller's, who awaits it below.
    done.catch(() => {})
    for (let waitedMs = 0; !progress.isDone && waitedMs < longestMs; waitedMs += stepMs) {
      await this.#time.pass(stepMs)
    }
    return done
  }
}

function onceAt(
  when: RacePlan['when'],
  key: string,
  change: () => void,
): (request: WireRequest) => void {
  if (when === 'before the tap') return () => {}
  const method = when === 'at the reading' ? 'GET' : 'PUT'
  let isDone = false
  return (request) => {
    if (isDone || request.method !== method || !request.target.includes(`/transaction/${key}`))
      return
    isDone = true
    change()
  }
}
