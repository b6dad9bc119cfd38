import type { World } from '#sandbox/core/world.ts'
import { answerAsGuest, comeTo, fabricate, payAt } from '../people/guests.ts'
import type { VirtualTime } from '../virtual-time.ts'
import type { AskedOrder, Desk } from './desk.ts'
import type { Sight } from './ledger.ts'
import type { PlannedOrder, PlannedVisit, ShiftPlan } from './plan.ts'
import { sleep } from './sleep.ts'

const reactionMs = 15_000
const noTableMs = 20_000
/** What happened so shortly before an outage could not be seen before it began. */
const notYetMs = 20_000

/** The guests and the staff of one shift, at whichever dashboard. */
export class Shift {
  readonly sights: Sight[] = []
  /** What has happened and is not on any screen yet. */
  unseen = 0
  ordersPaid = 0
  readonly #plan: ShiftPlan
  readonly #time: VirtualTime
  readonly #world: World
  readonly #desk: Desk
  readonly #freeSpots: number[]
  #amountMinor = 1000
  #strangers = 0

  /** `freeSpots` are those where nobody sits when the shift begins, which is now. */
  constructor(
    plan: ShiftPlan,
    time: VirtualTime,
    world: World,
    desk: Desk,
    freeSpots: readonly number[],
  ) {
    this.#plan = plan
    this.#time = time
    this.#world = world
    this.#desk = desk
    this.#freeSpots = [...freeSpots]
  }

  begin(): void {
    for (const visit of this.#plan.visits) {
      this.#time.after(visit.arrivesMs - this.#time.uptime(), () => void this.#live(visit))
    }
  }

  async #live(visit: PlannedVisit): Promise<void> {
    const spotId = await this.#arrive(visit)
    await this.#see('waiting', this.#desk.seeWaiting(spotId))
    await sleep(this.#time, reactionMs)
    const paying: Promise<void>[] = []
    for (const order of visit.orders) {
      await sleep(this.#time, order.atMs - this.#time.uptime())
      this.#amountMinor += 10
      const asked = await this.#desk.ask(spotId, this.#amountMinor)
      paying.push(this.#pay(asked, order))
    }
    await Promise.all(paying)
    await sleep(this.#time, visit.endsAfterMs)
    if (visit.leavesByThemselves) answerAsGuest(this.#world, spotId, 'leaves', 0)
    else await this.#desk.free(spotId)
    if (visit.kind === 'guest') this.#freeSpots.push(spotId)
  }

  async #arrive({ kind }: PlannedVisit): Promise<number> {
    if (kind === 'stranger') {
      this.#strangers += 1
      return fabricate(this.#world, this.#strangers)
    }
    for (;;) {
      const spotId = this.#freeSpots.shift()
      if (spotId !== undefined) {
        comeTo(this.#world, spotId)
        return spotId
      }
      await sleep(this.#time, noTableMs)
    }
  }

  async #pay(asked: AskedOrder, order: PlannedOrder): Promise<void> {
    await sleep(this.#time, order.payAfterMs)
    if (order.isCash) {
      await this.#desk.takeCash(asked)
      return
    }
    if (!payAt(this.#world, asked.spotId, asked.key)) return
    await this.#see('held', this.#desk.seeHeld(asked))
    await sleep(this.#time, order.confirmAfterMs)
    await this.#desk.confirm(asked)
    this.ordersPaid += 1
  }

  async #see(what: Sight['what'], seen: Promise<void>): Promise<void> {
    const happenedMs = this.#time.uptime()
    const outage = this.#plan.outages.find(
      ({ fromMs, forMs }) => happenedMs >= fromMs - notYetMs && happenedMs < fromMs + forMs,
    )
    this.unseen += 1
    await seen
    this.unseen -= 1
    const countsFromMs = outage ? outage.fromMs + outage.forMs : happenedMs
    this.sights.push({
      what,
      happenedMs,
      afterMs: Math.max(0, this.#time.uptime() - countsFromMs),
      wasOutage: outage !== undefined,
    })
  }
}
