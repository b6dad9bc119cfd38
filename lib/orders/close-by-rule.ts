import 'server-only'
import type { Transaction } from 'kysely'
import * as z from 'zod/mini'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { readSpot } from '#lib/floor/read-spots.ts'
import { problem } from '#lib/runtime/problem.ts'
import { ordersOfSpot, visitAt, type BookedOrder } from './book/order-book.ts'
import { closeAtWallet } from './close-at-wallet.ts'
import { bodyOf, type Intent } from './intents/intents.ts'
import { nothingToUndo, refusedByWallet, type Outcome } from './intents/procedure.ts'

/** What the closing of a settled visit is asked with. */
export const RuledClose = z.object({ settledVisit: z.string(), minutes: z.int() })
export type RuledClose = z.infer<typeof RuledClose>

/** What the closing of a code in no register is asked with. */
export const StrangerClose = z.object({ strangerVisit: z.string() })
export type StrangerClose = z.infer<typeof StrangerClose>

const CloseBody = z.object({ ...z.partial(RuledClose).shape, ...z.partial(StrangerClose).shape })

/** Closes what a rule of the house closes; undefined where a person wants it. `open` is what is unsettled there. */
export async function closeByRule(
  db: Database,
  intent: Intent,
  open: readonly BookedOrder[],
): Promise<Outcome | undefined> {
  const { settledVisit, strangerVisit } = bodyOf(intent, CloseBody)
  if (settledVisit !== undefined) return closeSettled(db, intent, settledVisit, open)
  if (strangerVisit !== undefined) return closeStranger(db, intent, strangerVisit)
  return undefined
}

/**
 * What is done by the rule ends nothing and nobody: it closes the visit that was settled when it was planned, if the
 * wallet says at that moment that it is still open. Whoever waits are the next guests (law 6).
 */
async function closeSettled(
  db: Database,
  intent: Intent,
  settledVisit: string,
  open: readonly BookedOrder[],
): Promise<Outcome> {
  const spotId = intent.spot_id
  const isSettled = open.length === 0 && (await visitAt(db, spotId)) === settledVisit
  const spot = isSettled ? await readSpot(spotId, 'person') : undefined
  if (spot?.status !== 'open') {
    const detail = 'The visit is not settled any more, or it is over.'
    return { finish: nothingToUndo, problem: problem('conflict', { detail }) }
  }
  const refusal = await closeAtWallet(spotId)
  if (!refusal) return { finish: nothingToUndo }
  return {
    finish: (trx) => leaveOpen(trx, settledVisit),
    problem: refusedByWallet(refusal),
  }
}

/**
 * A code in no register is closed where nobody was asked to pay and the wallet says at that moment that somebody waits
 * (laws 6, 7). An earlier call of which nobody heard the answer is not made again once its effect is seen.
 */
async function closeStranger(
  db: Database,
  intent: Intent,
  strangerVisit: string,
): Promise<Outcome> {
  const spotId = intent.spot_id
  const isStill = async () => (await visitAt(db, spotId)) === strangerVisit
  const spot = (await isStill()) ? await readSpot(spotId, 'person') : undefined
  const floor = await liveFloor()
  const isStranger = spot !== undefined && floor.house.isStranger(spot)
  const isUntouched = (await ordersOfSpot(db, spotId)).length === 0
  if (spot?.status !== 'waiting' || !isStranger || !isUntouched || !(await isStill())) {
    if (intent.was_unknown === 1 && !(await isStill())) return strangerClosed(spotId)
    const detail = 'Nobody waits there any more, somebody was asked to pay, or it is a table now.'
    return { finish: nothingToUndo, problem: problem('conflict', { detail }) }
  }
  const refusal = await closeAtWallet(spotId)
  if (!refusal) return strangerClosed(spotId)
  return {
    finish: (trx) => leaveOpen(trx, strangerVisit),
    problem: refusedByWallet(refusal),
  }
}

function strangerClosed(spotId: number): Outcome {
  return {
    finish: async (trx) => {
      await trx
        .updateTable('strangers')
        .set((is) => ({ closed: is('closed', '+', 1) }))
        .where('spot_id', '=', spotId)
        .execute()
    },
  }
}

/** Otherwise it would be planned again and refused again, for as long as the visit lasts. */
async function leaveOpen(trx: Transaction<Schema>, visitId: string): Promise<void> {
  await trx.updateTable('visits').set({ stays_open: 1 }).where('id', '=', visitId).execute()
}
