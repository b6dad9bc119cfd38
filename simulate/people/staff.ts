import { randomUUID } from 'node:crypto'
import type { Order } from '#contract/order.ts'
import { toProblem } from '#lib/http/problem-response.ts'
import { unsettled } from '#lib/orders/order-book.ts'
import { manager, waiter } from '#lib/orders/testing/evening.ts'
import type { World } from '#sandbox/core/world.ts'
import type { House } from '../house.ts'
import type { Disk } from '../mortal-database.ts'
import type { Asked, Told } from '../oracle/evidence.ts'
import type { Deed } from '../schedule.ts'
import type { VirtualTime } from '../virtual-time.ts'
import { hangingKeys } from './hanging-keys.ts'
import { staffActs, type StaffAct } from './staff-acts.ts'

type StaffDeed = Deed & { kind: 'staff' }
type Asking = Asked & { told: Told[] }
type BookedOrder = { id: string; version: number; status: string }

const firstAmountMinor = 1000
/** So that an amount which a guest pays instead is nobody else's. */
const amountStepMinor = 10
const repeatAfterMs = 3000

/** The people at the screens, and what they were told. */
export class Staff {
  readonly asked: Asking[] = []
  readonly #house: House
  readonly #disk: Disk
  readonly #time: VirtualTime
  readonly #world: World
  #waiting = 0

  constructor(house: House, disk: Disk, time: VirtualTime, world: World) {
    this.#house = house
    this.#disk = disk
    this.#time = time
    this.#world = world
  }

  /** Whether somebody still waits for an answer. */
  isWaiting(): boolean {
    return this.#waiting > 0
  }

  /** Presses the button. Settles when everybody who pressed has an answer, or has given up. */
  async do(deed: StaffDeed): Promise<void> {
    const act: StaffAct = staffActs[deed.act]
    this.#waiting += 1
    const standing = await this.#ordersAt(deed.spotId)
    const statuses = act.on === 'order' ? act.statuses : []
    const suiting = statuses.flatMap((word) => standing.filter(({ status }) => status === word))
    const order = suiting[deed.pick % Math.max(1, suiting.length)] ?? null
    if (act.on === 'spot' || order) {
      const first = this.#begin(deed, act, order, standing)
      const send = (asking: Asking, isManager: boolean) =>
        this.#send(asking, deed, act, order, isManager)
      const presses = [send(first, deed.isManager)]
      if (deed.taps === 'twice') {
        // A device gives both taps one key; without a key they are two askings.
        const second = act.isKeyed ? first : this.#begin(deed, act, order, standing)
        presses.push(send(second, deed.isManager))
      } else if (deed.taps === 'by two') {
        presses.push(send(this.#begin(deed, act, order, standing), !deed.isManager))
      }
      await Promise.all(presses)
    }
    this.#waiting -= 1
  }

  #begin(
    { act: name, spotId }: StaffDeed,
    act: StaffAct,
    order: BookedOrder | null,
    standing: readonly BookedOrder[],
  ): Asking {
    const asking: Asking = {
      act: name,
      intentId: act.isKeyed ? randomUUID() : null,
      spotId,
      orderId: act.on === 'spot' ? null : (order?.id ?? null),
      amountMinor: act.isKeyed ? firstAmountMinor + this.asked.length * amountStepMinor : null,
      standing: standing.map(({ id }) => id),
      told: [],
    }
    this.asked.push(asking)
    return asking
  }

  async #send(
    asking: Asking,
    deed: StaffDeed,
    act: StaffAct,
    order: BookedOrder | null,
    isManager: boolean,
  ): Promise<void> {
    for (;;) {
      const told = await this.#answer(asking, act, order, isManager)
      asking.told.push(told)
      if (told.order) asking.orderId = told.order.id
      if (told.what === 'done' && asking.orderId !== null) {
        told.hanging = await hangingKeys(this.#disk.bystander, this.#world, asking.orderId)
      }
      if (told.what !== 'nothing' || !act.isKeyed || !deed.insists) return
      await new Promise<void>((resolve) => {
        this.#time.after(repeatAfterMs, resolve)
      })
    }
  }

  async #answer(
    { intentId, spotId, amountMinor }: Asking,
    act: StaffAct,
    order: BookedOrder | null,
    isManager: boolean,
  ): Promise<Told> {
    const life = this.#house.life()
    const nothing = life.ended.then((): Told => ({ what: 'nothing' }))
    const asking = {
      intentId: intentId ?? '',
      spotId,
      amountMinor: amountMinor ?? 0,
      who: isManager ? manager : waiter,
    }
    const ask = async (): Promise<Told> => {
      await life.started
      try {
        if (act.on === 'spot') return tell(await act.ask(asking))
        if (order === null) throw new Error('An act on an order needs one')
        return tell(await act.ask({ ...asking, order }))
      } catch (error) {
        return { what: 'failed', code: toProblem(error).code }
      }
    }
    return life.isAlive() ? Promise.race([ask(), nothing]) : nothing
  }

  /** What the screens show, in the order in which it was made. */
  #ordersAt(spotId: number): Promise<BookedOrder[]> {
    return this.#disk.bystander
      .selectFrom('orders')
      .select(['id', 'version', 'status'])
      .where('spot_id', '=', spotId)
      .where('status', 'in', [...unsettled])
      .orderBy('created_at')
      .orderBy('id')
      .execute()
  }
}

function tell(answer: Order | boolean): Told {
  if (typeof answer === 'boolean') return { what: answer ? 'done' : 'working' }
  const { id, status, closedAs, totalMinor, work } = answer
  return { what: work ? 'working' : 'done', order: { id, status, closedAs, totalMinor } }
}
