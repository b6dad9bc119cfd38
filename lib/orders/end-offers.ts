import 'server-only'
import type { Database } from '#lib/database/open-database.ts'
import { markChanged } from './carry-out.ts'
import type { Intent } from './intents.ts'
import type { BookedOrder } from './order-book.ts'
import { offersOf, retire } from './transactions.ts'

/**
 * Retires every transaction of an order, as part of an act (law 4). Answers the status that the one which the guest
 * could pay ended in: after `confirmed` the money is taken and the act came too late.
 */
export async function endOffers(db: Database, intent: Intent, order: BookedOrder): Promise<string> {
  let ended = ''
  for (const offer of await offersOf(db, order.id)) {
    const status = await retire(db, offer)
    await markChanged(db, intent)
    if (offer.transaction_key === order.transaction_key) ended = status
  }
  return ended
}
