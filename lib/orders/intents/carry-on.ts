import 'server-only'
import { database } from '#lib/database/connection.ts'
import { floorWatch } from '#lib/floor/watch.ts'
import { confirming } from '#lib/payments/confirm-payment.ts'
import { declining } from '#lib/payments/decline-payment.ts'
import { settling } from '#lib/payments/settle-otherwise.ts'
import { mayActByItself } from '#lib/runtime/by-itself.ts'
import { log } from '#lib/runtime/log.ts'
import { carryOnLater } from './carry-out.ts'
import { closing } from '../close-spot.ts'
import { deleting } from '../delete-order.ts'
import { editing } from '../edit-order.ts'
import {
  isPutOff,
  isUnattended,
  markInterrupted,
  runningIntents,
  type IntentAct,
} from './intents.ts'
import { offering } from '../offer-again.ts'
import type { Procedure } from './procedure.ts'
import { submitting } from '../submit-order.ts'
import { isInHand } from './turn.ts'

const procedures: Record<IntentAct, Procedure> = {
  submit: submitting,
  edit: editing,
  offer: offering,
  delete: deleting,
  confirm: confirming,
  decline: declining,
  settle: settling,
  close: closing,
}

const LOOK_EVERY = { neededMs: 15_000, promisedMs: 15_000, goodMs: 15_000, bestMs: 15_000 }

/**
 * Carries on whatever is running and that nobody here is at work on: at the start what the last process left, later
 * what was kept although the database could not say so, or what a process accepted that lost the database to this one.
 */
export async function carryOnIntents(): Promise<void> {
  if (!mayActByItself()) return
  const db = await database()
  for (const intent of await runningIntents(db)) {
    // What waits for a person is not to be carried on before that person has spoken.
    if (isInHand(intent) || intent.step === 'asking') continue
    // The last process may have called the wallet and died before it could say so.
    if (!isPutOff(intent)) await markInterrupted(db, intent)
    carryOnLater(db, intent, procedures, 0)
  }
}

/**
 * What was taken in cash or by card while the wallet was away is withdrawn from the app first thing afterwards, and not
 * only when its next try is due: until then its guest can pay it twice (law 9).
 */
async function withdrawTaken(): Promise<void> {
  if (!mayActByItself()) return
  const db = await database()
  for (const intent of await runningIntents(db)) {
    if (intent.act === 'settle' && isUnattended(intent)) carryOnLater(db, intent, procedures, 0)
  }
}

/** Keeps looking for such intents for as long as the process runs. */
export function watchIntents(): void {
  floorWatch().onBack(() => {
    withdrawTaken().catch((err: unknown) => {
      log().error({ err }, 'what was taken otherwise could not be withdrawn at once')
    })
  })
  floorWatch().add({
    name: 'acts',
    importance: 6,
    wishes: () => LOOK_EVERY,
    read: carryOnIntents,
  })
}
