import 'server-only'
import { database } from '#lib/database/connection.ts'
import { endedStatuses } from '#lib/orders/book/transactions.ts'
import { now } from '#lib/runtime/clock.ts'
import { Limiter } from '#lib/runtime/limiter.ts'
import { metrics } from '#lib/runtime/metrics.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import { problem } from '#lib/runtime/problem.ts'
import { transactionOfEvent, type WalletCallback } from '#lib/wallet/callback.ts'
import { callbackKey } from './callback-key.ts'
import { readCalledBack } from './read-called-back.ts'

/** What nobody has proved is let in so often from one address; a wallet that signs is never kept waiting by others. */
const UNPROVED = { burst: 30, refillMs: 2000 }

/**
 * Takes what came in by a callback as a reason to read a transaction of ours, and never as news of it. Throws `forbidden`
 * for a forgery, `invalid` for a signed event that cannot be read and `too_many_requests`.
 */
export async function takeCallback(
  callback: WalletCallback,
  address: string | null,
): Promise<void> {
  const isSigned = 'sign' in callback
  const count = (outcome: string) =>
    metrics().callbacks.inc({ form: isSigned ? 'signed' : 'unsigned', outcome })

  const isProved = isSigned && (await callbackKey().hasSigned(callback))
  if (!isProved && !hasRoom(address)) {
    count('too_many')
    throw problem('too_many_requests', { retryAfterS: UNPROVED.refillMs / 1000 })
  }
  if (isSigned && !isProved) {
    count('forged')
    throw problem('forbidden', { detail: 'The signature does not fit the event.' })
  }
  const key = isSigned ? keyIn(callback.event) : callback.transaction_key
  const spotId = key === undefined ? undefined : await spotOfUnended(key)
  if (key === undefined || spotId === undefined) {
    count('nothing_to_read')
    return
  }
  count('taken')
  readCalledBack(key, spotId, isProved)
}

function hasRoom(address: string | null): boolean {
  const unproved = oncePerProcess('unproved-callbacks', () => new Limiter(UNPROVED))
  const from = address ?? ''
  if (unproved.waitMs(from, now()) > 0) return false
  unproved.take(from, now())
  return true
}

function keyIn(event: string): string | undefined {
  try {
    return transactionOfEvent(event)
  } catch (cause) {
    throw problem('invalid', { detail: 'The event cannot be read.', cause })
  }
}

/** Where the order of a transaction of ours is; undefined where it is not ours or nothing can become of it any more. */
async function spotOfUnended(key: string): Promise<number | undefined> {
  const db = await database()
  const offer = await db
    .selectFrom('order_transactions')
    .innerJoin('orders', 'orders.id', 'order_transactions.order_id')
    .select('orders.spot_id')
    .where('order_transactions.transaction_key', '=', key)
    .where('order_transactions.status', 'not in', endedStatuses)
    .where((is) =>
      is.or([is('orders.status', '!=', 'confirmed'), is('orders.transaction_key', '!=', key)]),
    )
    .executeTakeFirst()
  return offer?.spot_id
}
