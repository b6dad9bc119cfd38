import 'server-only'
import { database } from '#lib/database/connection.ts'
import { confirming } from '#lib/payments/confirm-payment.ts'
import { declining } from '#lib/payments/decline-payment.ts'
import { settling } from '#lib/payments/settle-otherwise.ts'
import { carryOnLater } from './carry-out.ts'
import { closing } from './close-spot.ts'
import { deleting } from './delete-order.ts'
import { editing } from './edit-order.ts'
import { isPutOff, runningIntents, setStep, type IntentAct } from './intents.ts'
import { offering } from './offer-again.ts'
import type { Procedure } from './procedure.ts'
import { submitting } from './submit-order.ts'

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

/** After a start, whatever the last process left running is carried on. */
export async function carryOnIntents(): Promise<void> {
  const db = await database()
  for (const intent of await runningIntents(db)) {
    // The last process may have called the wallet and died before it could say so.
    const mayHaveCalled = intent.step === 'begun' && !isPutOff(intent)
    if (mayHaveCalled) await setStep(db, intent, 'unknown')
    carryOnLater(db, intent, procedures, 0)
  }
}
