import 'server-only'
import type { Transaction } from 'kysely'
import type { Schema } from '#lib/database/schema.ts'
import { now } from '#lib/runtime/clock.ts'
import {
  dropIntent,
  followersOf,
  replaceIntent,
  runningOn,
  setStep,
  type Intent,
} from './intents/intents.ts'
import type { BookedOrder } from './book/order-book.ts'
import { conflictOver } from './book/present-order.ts'

/**
 * Ends the act that still tries to bring an order before the guest, so that another one can take its place and see to
 * it that nobody is asked. Throws `conflict` where nothing is being sent any more, or where it began less than
 * `atLeastMs` ago and asks nobody, or where another act waits for it to succeed. What waits in case that it fails is
 * dropped with it: a moved order that is called off does not come back.
 */
export async function giveUpSending(
  trx: Transaction<Schema>,
  order: BookedOrder,
  { atLeastMs, because }: { atLeastMs: number; because: string },
): Promise<void> {
  const running = await runningOn(trx, order.id)
  const followers = running ? await followersOf(trx, running.id) : []
  const isLast = followers.every(({ after_outcome: outcome }) => outcome === 'failed')
  if (!running || !isLast || !(isSending(running) || running.step === 'asking')) {
    throw await conflictOver(trx, order.id, 'Spotboard is at work on this order.')
  }
  if (running.step !== 'asking' && now() - running.created_at < atLeastMs) {
    const seconds = Math.ceil((running.created_at + atLeastMs - now()) / 1000)
    throw await conflictOver(
      trx,
      order.id,
      `This order is on its way to the guest; it can be cancelled if that is still not certain in ${seconds} s.`,
    )
  }
  await replaceIntent(trx, running, because)
  for (const follower of followers) await dropIntent(trx, follower)
}

/** What takes the place of a sending is never undone: nobody may be asked for the order any more. */
export async function carryThrough(trx: Transaction<Schema>, intent: Intent): Promise<void> {
  await setStep(trx, intent, 'changed')
}

/** Whether it is not certainly before the guest; so is an order that was changed and waits for a person since then. */
export function canBeCalledOff({ status, work_step: step }: BookedOrder): boolean {
  return status === 'sending' || step === 'asking'
}

function isSending({ act }: Intent): boolean {
  return act === 'submit' || act === 'offer'
}
