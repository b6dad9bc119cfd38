import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { tileState, type Tile } from '#contract/floor.ts'
import { spotboard, type Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Schema } from '#lib/database/schema.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { mayActByItself } from '#lib/runtime/by-itself.ts'
import { now } from '#lib/runtime/clock.ts'
import { log } from '#lib/runtime/log.ts'
import { problem } from '#lib/runtime/problem.ts'
import { readSettings } from '#lib/settings/settings.ts'
import { RuledClose } from './close-by-rule.ts'
import { closing } from './close-spot.ts'
import { carryOnLater } from './intents/carry-out.ts'
import { bodyOf, isPutOff, type Intent } from './intents/intents.ts'
import { beginIntent } from './intents/new-intent.ts'
import { inTurnAtSpot } from './intents/turn.ts'
import { knownSpot } from './known-spot.ts'
import { dropPlannedClosing, plannedClosing } from './planned-closing.ts'
import { ordersOfSpot, unsettled, visitAt } from './book/order-book.ts'

const MINUTE_MS = 60_000

/**
 * Closes spots by themselves some minutes after everything on them is settled, where a manager has set so: the closing
 * is planned as an act of its own that waits for its time, and is taken back as soon as the spot is not settled any
 * more. It looks at what the floor shows anyway, so it costs no call until it closes.
 */
export async function watchSettled(): Promise<void> {
  const floor = await liveFloor()
  floor.onDrawn(look)
  look(floor.hub.current().tiles)
}

function look(tiles: readonly Tile[]): void {
  for (const tile of tiles) {
    if (tile.spot && isSettled(tile) !== isPlanned(tile)) considerLater(tile.spot.id)
  }
}

/** A manager has set another time: what is planned goes by it from now on. */
export async function replanClosings(): Promise<void> {
  const { hub } = await liveFloor()
  for (const tile of hub.current().tiles) {
    if (tile.spot && (isSettled(tile) || isPlanned(tile))) await consider(tile.spot.id)
  }
}

/** Somebody wants the spot open, for as long as this visit lasts. Throws `conflict` where it is being closed already. */
export async function keepOpen(spotId: number, actor: Actor): Promise<void> {
  await knownSpot(spotId)
  const db = await database()
  await inTurnAtSpot(spotId, () =>
    db.transaction().execute(async (trx) => {
      const visit = await trx
        .selectFrom('spots')
        .innerJoin('visits', 'visits.id', 'spots.visit_id')
        .select(['visits.id', 'visits.stays_open'])
        .where('spots.id', '=', spotId)
        .executeTakeFirst()
      if (visit?.stays_open === 1) return
      const wasPlanned = await dropPlannedClosing(trx, spotId, actor, 'asked')
      if (!wasPlanned || !visit) {
        throw problem('conflict', { detail: 'Nothing is about to close this table.' })
      }
      await trx.updateTable('visits').set({ stays_open: 1 }).where('id', '=', visit.id).execute()
    }),
  )
  await (await liveFloor()).spotTouched(spotId)
}

function isSettled(tile: Tile): boolean {
  return tileState(tile) === 'received' && tile.unsettled === 0
}

/** A code of no register is closed by another rule. */
function isPlanned(tile: Tile): boolean {
  return tile.closesAt !== undefined && tileState(tile) !== 'stranger'
}

function considerLater(spotId: number): void {
  consider(spotId).catch((err: unknown) => {
    log().error({ err, spotId }, 'whether a settled spot is to be closed could not be decided')
  })
}

/** Plans the closing of a spot that is settled, or takes it back from one that is not. */
async function consider(spotId: number): Promise<void> {
  if (!mayActByItself()) return
  const db = await database()
  const change = await inTurnAtSpot(spotId, () =>
    db.transaction().execute(async (trx) => {
      const planned = await plannedClosing(trx, spotId)
      const wanted = await closingWanted(trx, spotId)
      if (planned && isAlike(planned, wanted)) return null
      if (planned) await dropPlannedClosing(trx, spotId, spotboard, 'not settled')
      return wanted ? { begun: await plan(trx, spotId, wanted) } : planned && { begun: undefined }
    }),
  )
  if (!change) return
  if (change.begun) carryOnLater(db, change.begun, { close: closing }, 0)
  await (await liveFloor()).spotTouched(spotId)
}

function isAlike(planned: Intent, wanted: RuledClose | null): boolean {
  const { settledVisit, minutes } = bodyOf(planned, RuledClose)
  return settledVisit === wanted?.settledVisit && minutes === wanted.minutes
}

function plan(trx: Transaction<Schema>, spotId: number, body: RuledClose): Promise<Intent> {
  const notBefore = now() + body.minutes * MINUTE_MS
  const asked = { id: randomUUID(), act: 'close', spotId, orderId: null, body, notBefore } as const
  return beginIntent(trx, { ...asked, actor: spotboard }, { rule: 'close settled', ...body })
}

/** The visit that may be closed, and in how many minutes; null while anything is open there, or somebody wants it so. */
async function closingWanted(trx: Transaction<Schema>, spotId: number): Promise<RuledClose | null> {
  const { closeSettledAfterMinutes: minutes } = await readSettings(trx)
  if (minutes === 0) return null
  const spot = (await liveFloor()).spot(spotId)
  const settledVisit = await visitAt(trx, spotId)
  if (spot?.status !== 'open' || settledVisit === null) return null
  const visit = await trx
    .selectFrom('visits')
    .select('stays_open')
    .where('id', '=', settledVisit)
    .executeTakeFirstOrThrow()
  if (visit.stays_open === 1 || (await isAtWork(trx, spotId))) return null
  const orders = await ordersOfSpot(trx, spotId)
  const isOpen = orders.some(({ status }) => unsettled.some((word) => word === status))
  const isPaid = orders.some(
    ({ status, closed_as: closedAs }) => status === 'confirmed' || closedAs === 'settled',
  )
  return isPaid && !isOpen ? { settledVisit, minutes } : null
}

async function isAtWork(trx: Transaction<Schema>, spotId: number): Promise<boolean> {
  const acts = await trx
    .selectFrom('intents')
    .select(['act', 'step', 'not_before'])
    .where('spot_id', '=', spotId)
    .where('state', 'in', ['running', 'queued'])
    .execute()
  return acts.some((one) => one.act !== 'close' || !isPutOff(one))
}
