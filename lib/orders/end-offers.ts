import 'server-only'
import type { Database } from '#lib/database/open-database.ts'
import type { Intent } from './intents/intents.ts'
import type { BookedOrder } from './book/order-book.ts'
import { markChanged, type Outcome } from './intents/procedure.ts'
import { keepOffered } from './put-before-guest.ts'
import { endedStatuses, findTransaction, offersOf, retire } from './book/transactions.ts'

export interface EndedOffers {
  /** The money was taken already, so the act came too late. */
  isConfirmed: boolean
  /** A guest paid in that very instant and has the money back (law 3). */
  isPaidBack: boolean
}

/** Retires every transaction of an order, as part of an act (law 4). */
export async function endOffers(
  db: Database,
  intent: Intent,
  order: BookedOrder,
): Promise<EndedOffers> {
  const result = { isConfirmed: false, isPaidBack: false }
  for (const offer of await offersOf(db, order.id)) {
    const wasEnded = endedStatuses.includes(offer.status)
    const status = await retire(db, offer)
    await markChanged(db, intent)
    if (status === 'confirmed' && offer.transaction_key === order.transaction_key) {
      result.isConfirmed = true
    }
    if (status === 'revoked' && !wasEnded) result.isPaidBack = true
  }
  return result
}

/**
 * What an order turns into that a guest has paid although no order of the wallet's is known to carry it: where its
 * arrival was not certain, it did arrive (law 3). Undefined where nobody pays it. `before` leaves out the version of that
 * number and what came after it.
 */
export async function adoptPaid(
  db: Database,
  order: BookedOrder,
  { before = Infinity }: { before?: number } = {},
): Promise<Outcome['finish'] | undefined> {
  for (const offer of await offersOf(db, order.id)) {
    const { transaction_key: key } = offer
    if (key === null || offer.version >= before || endedStatuses.includes(offer.status)) continue
    const status = (await findTransaction(key))?.status
    if (status !== 'reserved' && status !== 'confirmed') continue
    const adopted = { offer: { ...offer, transaction_key: key }, walletOrderId: null, status }
    return (trx) => keepOffered(trx, order.id, adopted)
  }
  return undefined
}
