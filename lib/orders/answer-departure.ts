import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Departure, DepartureAnswer } from '#contract/departure.ts'
import type { Permission } from '#contract/permission.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Schema } from '#lib/database/schema.ts'
import { departuresOf } from '#lib/floor/departures.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { now } from '#lib/runtime/clock.ts'
import { problem } from '#lib/runtime/problem.ts'
import { deleteOrder } from './delete-order.ts'
import { inTurnAtSpot } from './intents/turn.ts'
import { knownSpot } from './known-spot.ts'
import { requireReason } from './lowering.ts'
import { moveOrder, refuseTarget } from './move-order.ts'
import { hurryDeletions } from './put-off-deletion.ts'
import { moveWithdrawn, writeOffWithdrawn } from './withdrawn-orders.ts'
import { ordersOfSpot, type BookedOrder } from './book/order-book.ts'

interface Answering {
  spotId: number
  /** The answer that the person saw. */
  version: number
  answered: DepartureAnswer
  actor: Actor
  may: (permission: Permission) => boolean
}

/**
 * Says what became of guests who left the app with something unpaid, or does something about what they left. Of two
 * people who decide at once the first one stands, and the second is told. What could not be done leaves the answer as it
 * was; what was done of it stays done.
 */
export async function answerDeparture(asked: Answering): Promise<void> {
  const { spotId, answered, may } = asked
  await knownSpot(spotId)
  if (answered.answer === 'moved') refuseTarget(await knownSpot(answered.spotId), spotId)
  if (answered.answer === 'written_off') {
    requireReason(may, answered.reason)
    await hurryDeletions(spotId)
  }
  const before = await keepAnswer(asked)
  const floor = await liveFloor()
  await floor.spotTouched(spotId)
  if (answered.answer !== 'moved' && answered.answer !== 'written_off') return
  const failure = await endEach(asked, before)
  // What was withdrawn is ended without an act that would draw its spot.
  await floor.spotTouched(spotId)
  if (failure === undefined) return
  await giveBack(before)
  await floor.spotTouched(spotId)
  throw failure
}

/** Answers how the visit stood before. */
async function keepAnswer({ spotId, version, answered, actor }: Answering): Promise<Departure> {
  const db = await database()
  return inTurnAtSpot(spotId, () =>
    db.transaction().execute(async (trx) => {
      const departure = await departureOf(trx, spotId, answered.visitId)
      if (departure.version !== version) throw decidedMeanwhile(departure)
      await trx
        .updateTable('visits')
        .set({
          answer: answered.answer,
          answered_by: actor.name,
          answered_at: now(),
          answers: version + 1,
        })
        .where('id', '=', departure.visitId)
        .execute()
      const { visitId: _, ...detail } = answered
      await recordAct(trx, {
        actor,
        act: 'visit.answer',
        subject: `visit ${departure.visitId}`,
        outcome: 'done',
        detail: { ...detail, spotId },
      })
      return departure
    }),
  )
}

/** Moves or writes off what is unpaid of the visit, each for itself; answers why the first that stays does. */
async function endEach(
  { spotId, answered, actor, may }: Answering,
  { orderIds }: Departure,
): Promise<unknown> {
  const orders = await ordersOfSpot(await database(), spotId)
  const unpaid = orders.filter(
    ({ id, status }) => (status === 'pending' || status === 'closed') && orderIds.includes(id),
  )
  const failures: unknown[] = unpaid.length === 0 ? [nothingUnpaid()] : []
  for (const order of unpaid) {
    try {
      await end(order)
    } catch (error) {
      failures.push(error)
    }
  }
  return failures[0]

  async function end(order: BookedOrder): Promise<void> {
    const { id: orderId, version } = order
    const isWithdrawn = order.status === 'closed'
    if (answered.answer === 'moved') {
      const { spotId: to } = answered
      if (isWithdrawn) await moveWithdrawn({ order, spotId: to, actor })
      else await moveOrder({ intentId: randomUUID(), orderId, version, spotId: to, actor })
    } else if (answered.answer === 'written_off') {
      const { reason } = answered
      if (isWithdrawn) await writeOffWithdrawn({ order, reason, actor, may })
      else await deleteOrder({ orderId, version, reason, isWrittenOff: true, actor, may })
    }
  }
}

/** What could not be done is no answer: whoever has to be asked is asked again as before. */
async function giveBack({ visitId, version, answer, ...before }: Departure): Promise<void> {
  const db = await database()
  await db
    .updateTable('visits')
    .set({
      answer: answer ?? null,
      answered_by: before.answeredBy ?? null,
      answered_at: before.answeredAt ?? null,
      answers: version + 2,
    })
    .where('id', '=', visitId)
    .where('answers', '=', version + 1)
    .execute()
}

async function departureOf(
  trx: Transaction<Schema>,
  spotId: number,
  visitId: string,
): Promise<Departure> {
  const departures = (await departuresOf(trx, [spotId])).get(spotId) ?? []
  const departure = departures.find((one) => one.visitId === visitId)
  if (departure) return departure
  throw problem('conflict', { detail: 'Nothing of that visit is unpaid any more.' })
}

function decidedMeanwhile(departure: Departure) {
  const who = departure.answeredBy ?? 'Somebody'
  return problem('conflict', {
    detail: `${who} has decided about this already.`,
    members: { departure, isOutdated: true },
  })
}

function nothingUnpaid() {
  return problem('conflict', {
    detail: 'Nothing of that visit waits to be paid: confirm or decline what is held.',
  })
}
