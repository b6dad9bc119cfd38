import 'server-only'
import type { Database } from '#lib/database/open-database.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { now } from '#lib/runtime/clock.ts'
import { isWalletError } from '#lib/wallet/errors.ts'
import type { BookedOrder } from './book/order-book.ts'
import { LATE_MS } from './intents/intents.ts'
import type { MadeOffer } from './way-to-guest.ts'

/**
 * Whether an earlier edit, of which no answer came, was applied after this one and before its key ended: the order then
 * carries a key that nobody can pay.
 */
export async function isOvertaken(
  db: Database,
  { id }: BookedOrder,
  walletOrderId: number,
  { transaction_key: key }: MadeOffer,
): Promise<boolean> {
  const unanswered = await db
    .selectFrom('intents')
    .select('id')
    .where('order_id', '=', id)
    .where('act', '=', 'edit')
    .where('was_unknown', '=', 1)
    .where('created_at', '>', now() - LATE_MS)
    .executeTakeFirst()
  return unanswered !== undefined && ((await keyOn(walletOrderId)) ?? key) !== key
}

/**
 * The key that an order carries, which may be the new one although the wallet refused it, as after a request that arrived
 * twice. Undefined where the wallet does not show the order: not every merchant may read orders (wallet-api, 9.40).
 */
export async function keyOn(walletOrderId: number): Promise<string | undefined> {
  try {
    return (await wallet().getOrder(walletOrderId)).transactionKey
  } catch (error) {
    if (!isWalletError(error) || error.code !== 'refused') throw error
    return undefined
  }
}
