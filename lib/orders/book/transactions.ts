import 'server-only'
import type { Transaction } from 'kysely'
import type { OrderTransactionTable } from '#lib/database/order-tables.ts'
import type { Schema } from '#lib/database/schema.ts'
import type { Database } from '#lib/database/open-database.ts'
import { allPages } from '#lib/floor/all-pages.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { now } from '#lib/runtime/clock.ts'
import type { CallOptions } from '#lib/wallet/call.ts'
import { isWalletError, readAfterRefusal, type WalletError } from '#lib/wallet/errors.ts'
import type { WalletTransaction } from '#lib/wallet/transaction-schemas.ts'
import type { BookedOrder } from './order-book.ts'

/** One try to put an order before the guest: the transaction, and how far it has come. */
export type Offer = OrderTransactionTable

/** The member of a payment's parameters that holds our own reference. */
export const REFERENCE_PARAMETER = 'spotboard'

/** Statuses after which nobody can pay a transaction and no money is held. */
export const endedStatuses: readonly string[] = [
  'confirmed',
  'rejected',
  'revoked',
  'deleted',
  'failed',
  'lost',
]

export async function addOffer(trx: Transaction<Schema>, order: BookedOrder): Promise<Offer> {
  const { count } = await trx
    .selectFrom('order_transactions')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('order_id', '=', order.id)
    .executeTakeFirstOrThrow()
  const offer: Offer = {
    reference: `${order.id}:${count + 1}`,
    order_id: order.id,
    version: order.version,
    transaction_key: null,
    amount_minor: order.total_minor,
    currency: order.currency,
    status: 'creating',
    created_at: now(),
    wallet_created_at: null,
  }
  await trx.insertInto('order_transactions').values(offer).execute()
  return offer
}

/** The latest offer of the version in force, or undefined where none was begun. */
export async function presentOffer(db: Database, order: BookedOrder): Promise<Offer | undefined> {
  return db
    .selectFrom('order_transactions')
    .selectAll()
    .where('order_id', '=', order.id)
    .where('version', '=', order.version)
    .orderBy('created_at', 'desc')
    .orderBy('reference', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function offersOf(db: Database, orderId: string): Promise<Offer[]> {
  return db.selectFrom('order_transactions').selectAll().where('order_id', '=', orderId).execute()
}

export async function changeOffer(
  db: Database | Transaction<Schema>,
  reference: string,
  change: Partial<Pick<Offer, 'transaction_key' | 'status' | 'wallet_created_at'>>,
): Promise<void> {
  await db
    .updateTable('order_transactions')
    .set(change)
    .where('reference', '=', reference)
    .execute()
}

/**
 * Makes sure that nobody can pay a transaction any more and that it holds no money (law 4). Answers the status that
 * it ended in: `deleted` proves that nobody was paying, `revoked` that a guest paid in that instant and has the money
 * back, `confirmed` that it is too late, `lost` that the wallet knows of none.
 */
export async function retire(db: Database, offer: Offer): Promise<string> {
  if (endedStatuses.includes(offer.status)) return offer.status
  const key = offer.transaction_key ?? (await findByReference(offer))?.key ?? null
  const status = key === null ? 'lost' : await revoke(key)
  await changeOffer(db, offer.reference, { transaction_key: key, status })
  return status
}

/** Ends a transaction and answers the status that it ended in; one that the wallet does not know is `deleted`. */
export async function revoke(key: string, options?: CallOptions): Promise<string> {
  try {
    return (await wallet().revokeTransaction(key, options)).status
  } catch (error) {
    const isFinal = isWalletError(error) && error.code === 'refused' && error.status === 409
    if (!isFinal && !isUnknownThere(error)) throw error
    const transaction = await readAfterRefusal(error, () => findTransaction(key, options))
    const status = transaction?.status ?? 'deleted'
    if (endedStatuses.includes(status)) return status
    throw error
  }
}

/** A transaction by its key, or undefined where the wallet's own word is that it has none: nobody can pay that. */
export async function findTransaction(
  key: string,
  options?: CallOptions,
): Promise<WalletTransaction | undefined> {
  try {
    return await wallet().getTransaction(key, options)
  } catch (error) {
    if (!isUnknownThere(error)) throw error
    return undefined
  }
}

function isUnknownThere(error: unknown): error is WalletError {
  return isWalletError(error) && error.code === 'refused' && error.status === 404
}

/** Finds the transaction that carries our reference, where the answer to its creation was lost (law 3). */
export async function findByReference(offer: Offer): Promise<WalletTransaction | undefined> {
  const createdFromMs = earliestByWallet(offer)
  const transactions = await allPages(
    (page) => wallet().listTransactions({ createdFromMs, ...page }),
    ({ key }) => key,
  )
  return transactions.find((transaction) => referenceOf(transaction) === offer.reference)
}

/** Our own name for a transaction, if it is one of ours. */
export function referenceOf({ payments }: WalletTransaction): string | undefined {
  const reference = payments[0]?.parameters?.[REFERENCE_PARAMETER]
  return typeof reference === 'string' ? reference : undefined
}

/** The wallet refuses signatures that are further off than this, and tells its time then. */
const CLOCK_LEEWAY_MS = 600_000

/** The earliest time, by the wallet's own clock, at which a transaction can have been made for an offer. */
export function earliestByWallet({
  created_at: createdAt,
  wallet_created_at: walletCreatedAt,
}: Pick<Offer, 'created_at' | 'wallet_created_at'>): number {
  return walletCreatedAt ?? createdAt + wallet().clockOffsetMs() - CLOCK_LEEWAY_MS
}
