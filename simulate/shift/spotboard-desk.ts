import { randomUUID } from 'node:crypto'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Hub } from '#lib/floor/hub.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { floorWatch } from '#lib/floor/watch.ts'
import { describeOrder } from '#lib/orders/book/order-book.ts'
import { closeSpot } from '#lib/orders/close-spot.ts'
import { sendOrder } from '#lib/orders/send-order.ts'
import { submitOrder } from '#lib/orders/submit-order.ts'
import { draft, manager } from '#lib/orders/testing/evening.ts'
import { confirmPayment } from '#lib/payments/confirm-payment.ts'
import { settleOtherwise } from '#lib/payments/settle-otherwise.ts'
import type { VirtualTime } from '../virtual-time.ts'
import type { AskedOrder, Desk } from './desk.ts'
import { sleep } from './sleep.ts'

/** So often a screen that listens tells that somebody looks. */
const heartbeatMs = 10_000
const lookAgainMs = 2000
const tryAgainMs = 15_000

/** Spotboard as it runs: the real acts, and screens that show its floor. */
export class SpotboardDesk implements Desk {
  readonly #time: VirtualTime
  readonly #hub: Hub
  readonly #db: Database
  #waiting: { isSo: () => Promise<boolean>; say: () => void }[] = []

  private constructor(time: VirtualTime, hub: Hub, db: Database) {
    this.#time = time
    this.#hub = hub
    this.#db = db
    this.#listen()
    this.#keepLooking()
  }

  static async open(time: VirtualTime): Promise<SpotboardDesk> {
    return new SpotboardDesk(time, (await liveFloor()).hub, await database())
  }

  seeWaiting(spotId: number): Promise<void> {
    return this.#see(() => Promise.resolve(this.#tileOf(spotId)?.spot?.status === 'waiting'))
  }

  async ask(spotId: number, amountMinor: number): Promise<AskedOrder> {
    const { id } = await this.#insist(() =>
      submitOrder({
        intentId: randomUUID(),
        spotId,
        draft: draft(amountMinor),
        actor: manager.actor,
      }),
    )
    for (;;) {
      const { status, transactionKey, work } = await describeOrder(this.#db, id)
      if (status !== 'sending' && transactionKey) return { spotId, id, key: transactionKey }
      if (work?.outcome === 'asking') await this.#insist(() => sendOrder(id, manager.actor))
      await sleep(this.#time, lookAgainMs)
    }
  }

  seeHeld({ spotId, id }: AskedOrder): Promise<void> {
    let seenRevision: number | undefined
    return this.#see(async () => {
      const revision = this.#tileOf(spotId)?.revision
      if (revision === seenRevision) return false
      seenRevision = revision
      return (await describeOrder(this.#db, id)).status === 'reserved'
    })
  }

  async confirm({ id }: AskedOrder): Promise<void> {
    await this.#insist(async () => {
      const { version, status } = await describeOrder(this.#db, id)
      if (status === 'confirmed') return
      await confirmPayment({ orderId: id, version, acceptsDifferences: false, ...manager })
    })
  }

  async takeCash({ id }: AskedOrder): Promise<void> {
    const { actor } = manager
    await this.#insist(() => settleOtherwise({ orderId: id, settlement: { with: 'cash' }, actor }))
  }

  async free(spotId: number): Promise<void> {
    await this.#insist(() => closeSpot({ spotId, endsUnpaid: true, ...manager }))
  }

  #tileOf(spotId: number) {
    return this.#hub.current().tiles.find((tile) => tile.spot?.id === spotId)
  }

  async #see(isSo: () => Promise<boolean>): Promise<void> {
    if (await isSo()) return
    await new Promise<void>((say) => {
      this.#waiting.push({ isSo, say })
    })
  }

  #listen(): void {
    this.#hub.onNextChange(() => {
      this.#listen()
      void this.#tellWhoWaits()
    })
  }

  async #tellWhoWaits(): Promise<void> {
    for (const one of this.#waiting) {
      if (!(await one.isSo())) continue
      this.#waiting = this.#waiting.filter((other) => other !== one)
      one.say()
    }
  }

  #keepLooking(): void {
    floorWatch().look()
    this.#time.after(heartbeatMs, () => this.#keepLooking())
  }

  /** What was not taken is tried again by hand, as staff do. */
  async #insist<Result>(act: () => Promise<Result>): Promise<Result> {
    for (;;) {
      try {
        return await act()
      } catch {
        await sleep(this.#time, tryAgainMs)
      }
    }
  }
}
