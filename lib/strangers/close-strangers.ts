import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { tileState, type Tile } from '#contract/floor.ts'
import { visibleText } from '#contract/text.ts'
import { spotboard } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Schema } from '#lib/database/schema.ts'
import { callBehindAll, purposeOfCall } from '#lib/floor/call-purpose.ts'
import { liveFloor, type LiveFloor } from '#lib/floor/live-floor.ts'
import { budget } from '#lib/floor/metered-wallet.ts'
import { graceAt, spotsKeptOpen } from '#lib/floor/stranger-closings.ts'
import { ordersOfSpot, visitAt } from '#lib/orders/book/order-book.ts'
import type { StrangerClose } from '#lib/orders/close-by-rule.ts'
import { closing } from '#lib/orders/close-spot.ts'
import { act } from '#lib/orders/intents/carry-out.ts'
import { mayActByItself } from '#lib/runtime/by-itself.ts'
import { now } from '#lib/runtime/clock.ts'
import { environment } from '#lib/runtime/environment.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import { isProblem, problem } from '#lib/runtime/problem.ts'
import { readSettings } from '#lib/settings/settings.ts'
import { WalletError } from '#lib/wallet/errors.ts'

const HOUR_MS = 3_600_000
/** What a closing leaves of the minute's and of the hour's calls to everything else (law 8). */
const LEAVES_OF_MINUTE = 0.5
/** The few strangers of a usual hour are closed in time, and some more while the hour has room for a rush. */
const FEW = { closings: 5, leavesOfHour: 0.05 }
const SOME = { closings: 20, leavesOfHour: 0.22 }
const FLOOD = { leavesOfHour: 0.15 }

/** The strangers whose grace has run out, longest first. */
export function dueStrangers(tiles: readonly Tile[]): Tile[] {
  return tiles
    .filter((tile) => tileState(tile) === 'stranger' && (tile.closesAt ?? Infinity) <= now())
    .toSorted((one, other) => (one.closesAt ?? 0) - (other.closesAt ?? 0))
}

/**
 * Closes the stranger whose grace ran out first, if there is one (law 7). It is an act like that of a person, with an
 * intent and a trail, but its calls stand behind everything else. Throws the wallet's error where it does not answer.
 */
export async function closeNextStranger(): Promise<void> {
  const closed = closingsOfLastHour()
  const step = [FEW, SOME].find(({ closings }) => closed < closings)
  if (step && (await hasRoom(step.leavesOfHour))) await closeNext()
}

/** The same where more were closed within the hour than usual, which is no hurry: it goes by the plan for readings. */
export async function closeNextOfFlood(): Promise<void> {
  if (closingsOfLastHour() < SOME.closings || !(await hasRoom(FLOOD.leavesOfHour))) return
  purposeOfCall().calls += await closeNext()
}

/** Answers how many calls it took. */
async function closeNext(): Promise<number> {
  const floor = await liveFloor()
  const { tiles, trouble } = floor.hub.current()
  // While the wallet is away nothing is asked for, and the trail is not filled with what fails. After a restore from a
  // backup nothing is closed by itself (law 5).
  if (trouble !== null || !mayActByItself()) return 0
  for (const { spot } of dueStrangers(tiles)) {
    if (!spot) continue
    const calls = await callBehindAll('strangers', () => closeStranger(floor, spot.id))
    if (calls > 0) return calls
    // The tile says what is not so any more, and would say so again and again.
    await floor.spotTouched(spot.id)
  }
  return 0
}

async function hasRoom(leavesOfHour: number): Promise<boolean> {
  const { callsPerMinute, callsPerHour } = environment()
  const { perMinute, perHour } = (await budget()).left(now())
  return perMinute > callsPerMinute * LEAVES_OF_MINUTE && perHour > callsPerHour * leavesOfHour
}

/** How many closings of this process have begun in the hour that ends now. */
function closingsOfLastHour(): number {
  const times = closings()
  const first = times.findIndex((time) => time > now() - HOUR_MS)
  times.splice(0, first === -1 ? times.length : first)
  return times.length
}

function closings(): number[] {
  return oncePerProcess('stranger-closings', () => [])
}

async function closeStranger(floor: LiveFloor, spotId: number): Promise<void> {
  const db = await database()
  const strangerVisit = await visitAt(db, spotId)
  if (strangerVisit === null) return
  const body: StrangerClose = { strangerVisit }
  const asked = { id: randomUUID(), act: 'close', spotId, orderId: null, body } as const
  try {
    const intent = await act({ ...asked, actor: spotboard }, { close: closing }, async (trx) => {
      const detail = await whyToClose(trx, floor, spotId, strangerVisit)
      if (!detail) throw problem('conflict')
      closings().push(now())
      return { orderId: null, detail }
    })
    if (intent.state === 'running') throw notAnswered('unknown')
  } catch (error) {
    if (!isProblem(error)) throw error
    if (error.code === 'wallet_unreachable') throw notAnswered('no')
  }
}

/** What the trail says of it; null where something speaks against it that the tile did not say yet. */
async function whyToClose(
  trx: Transaction<Schema>,
  floor: LiveFloor,
  spotId: number,
  strangerVisit: string,
): Promise<Record<string, unknown> | null> {
  const spot = floor.spot(spotId)
  if (spot?.status !== 'waiting' || !floor.house.isStranger(spot)) return null
  const grace = graceAt(await readSettings(trx), floor.house.locationOf(spot))
  const { graceSeconds } = grace
  if (graceSeconds === null || spot.since + graceSeconds * 1000 > now()) return null
  if ((await visitAt(trx, spotId)) !== strangerVisit) return null
  if ((await spotsKeptOpen(trx, [spot])).has(spotId)) return null
  if ((await ordersOfSpot(trx, spotId)).length > 0 || (await isAtWork(trx, spotId))) return null
  const identifier = visibleText(spot.identifier ?? '')
  return { rule: 'close strangers', ...grace, identifier, since: spot.since }
}

async function isAtWork(trx: Transaction<Schema>, spotId: number): Promise<boolean> {
  const running = await trx
    .selectFrom('intents')
    .select('id')
    .where('spot_id', '=', spotId)
    .where('state', 'in', ['running', 'queued'])
    .executeTakeFirst()
  return running !== undefined
}

function notAnswered(applied: 'no' | 'unknown'): WalletError {
  return new WalletError('A stranger could not be closed', { code: 'no_answer', applied })
}
