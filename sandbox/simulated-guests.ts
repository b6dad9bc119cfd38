import { guestNamed } from './core/guests.ts'
import { orderStatus } from './core/order-view.ts'
import { cafeId, guestKey, seededIdentifiers } from './core/seed.ts'
import { checkIn, partiesAt, spotById } from './core/spots.ts'
import type { CheckIn, Order } from './core/state.ts'
import { rejectTransaction, requireTransaction, reserveTransaction } from './core/transactions.ts'
import { leave } from './core/visits.ts'
import { all, change, find, nowMs, type World } from './core/world.ts'
import type { Timetable } from './timetable.ts'

const stepMs = 2000
const names = ['visitor 1', 'visitor 2', 'visitor 3', 'visitor 4', 'visitor 5']
const refusesOneIn = 8

/** How long a visitor stays in each situation before doing something about it, in seconds. */
const patienceS = {
  arriving: [2, 45],
  away: [40, 240],
  waiting: [420, 900],
  asked: [8, 30],
  held: [420, 900],
  settled: [40, 180],
  disturbed: [0, 1],
} as const

type Situation = keyof typeof patienceS

interface Mood {
  /** The situation with the order that it is about, if any. */
  about: string
  actsAtMs: number
}

/**
 * Guests who come and go by themselves, one table each: they scan a free table, wait, pay what they
 * are asked for after a human while, now and then refuse, and leave. They stay away from tables
 * where anybody else is.
 */
export class SimulatedGuests {
  readonly #world: World
  readonly #timetable: Timetable
  readonly #noticeChange: () => void
  readonly #moods = new Map<string, Mood>()
  #isRunning = false
  #cancel: (() => void) | undefined

  constructor(world: World, timetable: Timetable, noticeChange: () => void) {
    this.#world = world
    this.#timetable = timetable
    this.#noticeChange = noticeChange
  }

  isRunning(): boolean {
    return this.#isRunning
  }

  /** Switched off, nobody comes any more, and those who are here finish their visit. */
  run(isRunning: boolean): void {
    this.#isRunning = isRunning
    this.#plan()
  }

  /** Forgets every plan, as when the world begins anew. */
  clear(): void {
    this.#cancel?.()
    this.#moods.clear()
  }

  #plan(): void {
    this.#cancel?.()
    if (!this.#isRunning && !names.some((name) => checkInOf(this.#world, name))) return
    this.#cancel = this.#timetable.after(stepMs, () => this.#step())
  }

  #step(): void {
    for (const name of names) this.#live(name)
    this.#plan()
    this.#noticeChange()
  }

  #live(name: string): void {
    const { situation, order } = this.#situationOf(name)
    const about = order ? `${situation} ${order.id} ${order.transactionKey}` : situation
    const mood = this.#moods.get(name)
    if (mood?.about !== about) {
      const [least, most] = patienceS[situation]
      const patienceMs = (least + this.#world.random() * (most - least)) * 1000
      this.#moods.set(name, { about, actsAtMs: nowMs(this.#world) + patienceMs })
    } else if (mood.actsAtMs <= nowMs(this.#world)) {
      change(this.#world, () => this.#act(name, order))
    }
  }

  #situationOf(name: string): { situation: Situation; order?: Order } {
    const visit = checkInOf(this.#world, name)
    if (!visit) return { situation: this.#isFirstVisit(name) ? 'arriving' : 'away' }
    if (partiesAt(this.#world, visit.spotId).length > 1) return { situation: 'disturbed' }
    const orders = spotById(this.#world, visit.spotId).orderIds.flatMap(
      (id) => find(this.#world, 'orders', id) ?? [],
    )
    const withStatus = (status: string) =>
      orders.find((order) => orderStatus(this.#world, order) === status)
    const pending = withStatus('pending')
    if (pending) return { situation: 'asked', order: pending }
    if (withStatus('reserved')) return { situation: 'held' }
    return { situation: orders.length > 0 ? 'settled' : 'waiting' }
  }

  #isFirstVisit(name: string): boolean {
    const mood = this.#moods.get(name)
    return mood === undefined || mood.about === 'arriving'
  }

  #act(name: string, asked: Order | undefined): void {
    const guest = guestNamed(this.#world, name)
    if (!checkInOf(this.#world, name)) {
      if (this.#isRunning) this.#sitDown(name)
    } else if (asked && isPayable(this.#world, asked)) {
      if (this.#world.random() * refusesOneIn < 1) {
        rejectTransaction(this.#world, asked.transactionKey)
      } else {
        reserveTransaction(this.#world, guest, asked.transactionKey)
      }
    } else {
      leave(this.#world, guest)
    }
  }

  #sitDown(name: string): void {
    const free = all(this.#world, 'spots').filter(
      (spot) =>
        spot.locationId === cafeId &&
        seededIdentifiers.includes(spot.identifier) &&
        spot.status === 'closed' &&
        partiesAt(this.#world, spot.id).length === 0,
    )
    const spot = free[Math.floor(this.#world.random() * free.length)]
    const guest = guestNamed(this.#world, name)
    if (spot) checkIn(this.#world, { kind: 'guest', guest }, spot)
  }
}

function checkInOf(world: World, name: string): CheckIn | undefined {
  return find(world, 'checkIns', guestKey(name))
}

/** The app shows transactions of one payment only, so a visitor cannot agree to any other. */
function isPayable(world: World, order: Order): boolean {
  const { payments, status } = requireTransaction(world, order.transactionKey)
  return payments.length === 1 && (status === 'new' || status === 'waiting')
}
