import 'server-only'
import { database } from '#lib/database/connection.ts'
import { confirmSteps } from '#lib/payments/confirm-payment.ts'
import { declineSteps } from '#lib/payments/decline-payment.ts'
import { settleSteps } from '#lib/payments/settle-otherwise.ts'
import { carryOnLater, type Steps } from './carry-out.ts'
import { closeSteps } from './close-spot.ts'
import { deleteSteps } from './delete-order.ts'
import { editSteps } from './edit-order.ts'
import { runningIntents, type IntentAct } from './intents.ts'
import { submitSteps } from './submit-order.ts'

const stepsOf: Record<IntentAct, Steps> = {
  submit: submitSteps,
  edit: editSteps,
  delete: deleteSteps,
  confirm: confirmSteps,
  decline: declineSteps,
  settle: settleSteps,
  close: closeSteps,
}

/** After a start, whatever the last process left running is carried on. */
export async function carryOnIntents(): Promise<void> {
  const db = await database()
  for (const intent of await runningIntents(db)) carryOnLater(db, intent, stepsOf[intent.act], 0)
}
