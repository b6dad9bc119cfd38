import { randomUUID } from 'node:crypto'
import { offerableClosings } from '#contract/order.ts'
import { toProblem } from '#lib/http/problem-response.ts'
import { unsettled } from '#lib/orders/book/order-book.ts'
import { manager, waiter } from '#lib/orders/testing/evening.ts'
import type { House } from '../house.ts'
import type { Disk } from '../disk.ts'
import type { Asked, Told } from '../oracle/evidence.ts'
import type { Deed } from '../schedule.ts'
import type { VirtualTime } from '../virtual-time.ts'
import type { SimulatedWallet } from '../wallet/simulated-wallet.ts'
import { counter } from '../wallet/site.ts'
import { hangingKeys } from './hanging-keys.ts'
import type { AskingAtSpot, StaffAct, StaffAnswer } from './staff-act.ts'
import { staffActs } from './staff-acts.ts'

type StaffDeed = Deed & { kind: 'staff' }
type Asking = Asked & { told: Told[] }
type BookedOrder = { id: string; version: number; status: string; totalMinor: number }
type OnOrder = { order: BookedOrder; other: BookedOrder }

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
  readonly #wallet: SimulatedWallet
  readonly #spots: number
  #waiting = 0

  constructor(house: House, disk: Disk, time: VirtualTime, wallet: SimulatedWallet, spots: number) {
    this.#house = house
    this.#disk = disk
    this.#time = time
    this.#wallet = wallet
    this.#spots = spots
  }

  /** Whether somebody still waits for an answer. */
  isWaiting(): boolean {
    return this.#waiting > 0
  }

  /** Presses the button. Settles when everybody who pressed has an answer, or has given up. */
  async do(deed: StaffDeed): Promise<void> {
    const act: StaffAct = staffActs[deed.act]
    // Guests are asked to pay at the counter, but nobody sits there who leaves, or whose table is freed.
    const isOfTable = act.on === 'spot' && deed.act !== 'submit'
    if (isOfTable && deed.spotId === counter) return
    this.#waiting += 1
    const standing = await this.#ordersAt(deed.spotId)
    const statuses = act.on === 'order' ? act.statuses : []
    const suiting = statuses.flatMap((word) => standing.filter(({ status }) => status === word))
    const order = suiting[deed.pick % Math.max(1, suiting.length)] ?? null
    if (act.on === 'spot' || order) {
      const other = suiting[(deed.pick + 1) % suiting.length] ?? order
      const on = order && { order, other: other ?? order }
      const first = this.#begin(deed, act, order, standing)
      const send = (asking: Asking, isManager: boolean) =>
        this.#send(asking, deed, act, on, isManager)
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
      amountMinor: this.#amountFor(act, order),
      standing: standing
        .filter(({ status }) => status !== 'closed' && status !== 'confirmed')
        .map(({ id }) => id),
      told: [],
    }
    this.asked.push(asking)
    return asking
  }

  #amountFor(act: StaffAct, order: BookedOrder | null): number | null {
    if (act.on === 'order' && act.names && order) return act.names(order.totalMinor)
    return act.isKeyed ? firstAmountMinor + this.asked.length * amountStepMinor : null
  }

  async #send(
    asking: Asking,
    deed: StaffDeed,
    act: StaffAct,
    on: OnOrder | null,
    isManager: boolean,
  ): Promise<void> {
    for (;;) {
      const told = await this.#answer(asking, act, on, personOf(deed, isManager))
      asking.told.push(told)
      await this.lookAtCodes()
      if (told.order) asking.orderId = told.order.id
      if (told.what === 'done' && asking.orderId !== null) {
        told.hanging = await hangingKeys(this.#disk.bystander, this.#wallet.world, asking.orderId)
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
    on: OnOrder | null,
    who: AskingAtSpot['who'],
  ): Promise<Told> {
    const life = this.#house.life()
    const nothing = life.ended.then((): Told => ({ what: 'nothing' }))
    const asking = {
      intentId: intentId ?? '',
      spotId,
      amountMinor: amountMinor ?? 0,
      elsewhere: (spotId % this.#spots) + 1,
      who,
    }
    const ask = async (): Promise<Told> => {
      await life.started
      try {
        if (act.on === 'spot') return tell(await act.ask(asking))
        if (on === null) throw new Error('An act on an order needs one')
        return tell(await act.ask({ ...asking, ...on }))
      } catch (error) {
        return { what: 'failed', code: toProblem(error).code }
      }
    }
    return life.isAlive() ? Promise.race([ask(), nothing]) : nothing
  }

  /** The screen shows the codes of what can be paid at the counter, and guests scan them. */
  async lookAtCodes(): Promise<void> {
    const orders = await this.#disk.bystander
      .selectFrom('orders')
      .select('transaction_key')
      .where('spot_id', '<', 0)
      .where('status', '=', 'pending')
      .execute()
    for (const { transaction_key: key } of orders) {
      if (key !== null) this.#wallet.shownKeys.add(key)
    }
  }

  /** In the end somebody looks at what waits for a person, and lets it go out. */
  async sendWhatAsks(): Promise<void> {
    const asking = await this.#disk.bystander
      .selectFrom('intents')
      .select(['order_id', 'spot_id'])
      .where('state', '=', 'running')
      .where('step', '=', 'asking')
      .execute()
    for (const { order_id: orderId, spot_id: spotId } of asking) {
      if (orderId === null) continue
      const deed = { kind: 'staff', act: 'send', spotId, pick: 0, isManager: true } as const
      const order = { id: orderId, version: 1, status: 'sending', totalMinor: 0 }
      this.#waiting += 1
      const sending = this.#begin(
        { ...deed, taps: 'once', insists: false },
        staffActs.send,
        order,
        [],
      )
      await this.#send(
        sending,
        { ...deed, taps: 'once', insists: false },
        staffActs.send,
        { order, other: order },
        true,
      )
      this.#waiting -= 1
    }
  }

  /** What the screens show, in the order in which it was made. */
  #ordersAt(spotId: number): Promise<BookedOrder[]> {
    return this.#disk.bystander
      .selectFrom('orders')
      .innerJoin('order_versions', (join) =>
        join
          .onRef('order_versions.order_id', '=', 'orders.id')
          .onRef('order_versions.version', '=', 'orders.version'),
      )
      .select(['id', 'orders.version', 'status', 'total_minor as totalMinor'])
      .where('spot_id', spotId === counter ? '<' : '=', spotId)
      .where((is) =>
        is.or([
          is('status', 'in', [...unsettled, 'confirmed']),
          is('closed_as', 'in', [...offerableClosings]),
        ]),
      )
      .orderBy('orders.created_at')
      .orderBy('id')
      .execute()
  }
}

/** Of two who press at once only the one who was named has that name. */
function personOf({ by, isManager: isNamed }: StaffDeed, isManager: boolean): AskingAtSpot['who'] {
  const role = isManager ? manager : waiter
  if (by === undefined || isManager !== isNamed) return role
  return { ...role, actor: { ...role.actor, staffId: by, name: by } }
}

function tell(answer: StaffAnswer): Told {
  if (typeof answer === 'boolean') return { what: answer ? 'done' : 'working' }
  const orders = 'length' in answer ? answer : [answer]
  const what = orders.some(({ work }) => work) ? 'working' : 'done'
  const [first] = orders
  if (!first) return { what }
  const { id, status, closedAs, totalMinor } = first
  return { what, order: { id, status, closedAs, totalMinor } }
}
