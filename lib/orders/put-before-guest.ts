import 'server-only'
import type { Transaction } from 'kysely'
import { describeForGuest } from '#contract/order.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { now } from '#lib/runtime/clock.ts'
import { environment } from '#lib/runtime/environment.ts'
import { isWalletError, type WalletError } from '#lib/wallet/errors.ts'
import type { WalletTransaction } from '#lib/wallet/transaction-schemas.ts'
import type { Intent } from './intents/intents.ts'
import { lastAsk } from './book/last-ask.ts'
import { changeOrder, parseLines, partOf, visitAt, type BookedOrder } from './book/order-book.ts'
import { stateOfOrder } from './book/state.ts'
import {
  addOffer,
  changeOffer,
  endedStatuses,
  findByReference,
  presentOffer,
  REFERENCE_PARAMETER,
  retire,
  type Offer,
} from './book/transactions.ts'
import { wayToGuest, type BeforeGuest, type Brought, type MadeOffer } from './way-to-guest.ts'

/**
 * Asked for always, since the wallet's own default is not certain. It outlasts the next closing time, which may be 25
 * hours away when the clocks go back, and leaves the day after it for what was overlooked.
 */
export const RESERVE_FOR_SECONDS = 172_800
/** After so many transactions that the wallet would not take, its refusal is believed. */
const MOST_ROUNDS = 3
/** An order that waited so long to go out is not sent before a person has said that it is still wanted (law 9). */
export const ASK_AFTER_MS = 180_000

/**
 * The transaction for the version in force, made now if there is none yet, and marked on the disk as being offered: key
 * and mark are there before any order carries the key, in one commit. A creation whose answer was lost is looked for by
 * our reference; where it does not show, a new one is made, since a transaction that no order carries asks nobody for
 * money. What is answered as `offering` was marked by an earlier run, which may have asked the wallet already.
 */
export async function presentTransaction(db: Database, order: BookedOrder): Promise<MadeOffer> {
  lastAsk().at = now()
  const earlier = await presentOffer(db, order)
  if (earlier && earlier.status === 'creating') {
    const found = await findByReference(earlier)
    if (found) return keepKey(db, earlier, found)
    await changeOffer(db, earlier.reference, { status: 'lost' })
  } else if (earlier && isMade(earlier) && !endedStatuses.includes(earlier.status)) {
    await changeOffer(db, earlier.reference, { status: 'offering' })
    return earlier
  }
  const offer = await db.transaction().execute((trx) => addOffer(trx, order))
  return keepKey(db, offer, await createTransaction(order, offer))
}

/** How putting an order before the guest ended. */
export type Offered =
  | Exclude<Brought, { how: 'not_arrived' }>
  /** The visit is over, so nobody is asked any more. */
  | { how: 'visit_over' }
  /** It is certainly not out yet, and has waited so long that a person has to say whether it still goes out. */
  | { how: 'ask_person' }

/** Puts an order before its guest so that exactly one payable order exists for it (law 2). */
export async function putBeforeGuest(
  db: Database,
  order: BookedOrder,
  { asked_at: askedAt }: Pick<Intent, 'asked_at'>,
): Promise<Offered> {
  for (let round = 1; ; round += 1) {
    const present = await presentOffer(db, order)
    if (present?.status !== 'offering') {
      // Nobody is asked any more after the visit.
      if ((await visitAt(db, order.spot_id)) !== order.visit_id) {
        if (present) await retire(db, present)
        return { how: 'visit_over' }
      }
      if (now() - askedAt > ASK_AFTER_MS) return { how: 'ask_person' }
    }
    const offer = await transactionOrRefusal(db, order)
    if (isWalletError(offer)) return { how: 'refused', error: offer }
    const brought = await wayToGuest(order)(db, order, offer, round === MOST_ROUNDS)
    if (brought.how !== 'not_arrived') return brought
  }
}

/** Without a transaction nobody can be asked for anything, so a wallet that refuses to make one refuses the order. */
async function transactionOrRefusal(
  db: Database,
  order: BookedOrder,
): Promise<MadeOffer | WalletError> {
  try {
    return await presentTransaction(db, order)
  } catch (error) {
    if (isWalletError(error) && error.code === 'refused') return error
    throw error
  }
}

/** The book's side of an order that is before the guest. */
export async function keepOffered(
  trx: Transaction<Schema>,
  orderId: string,
  { offer, walletOrderId, status }: BeforeGuest,
): Promise<void> {
  await changeOffer(trx, offer.reference, { status: 'offered' })
  await changeOrder(trx, orderId, {
    transaction_key: offer.transaction_key,
    wallet_order_id: walletOrderId,
    ...stateOfOrder(status),
  })
}

async function createTransaction(order: BookedOrder, offer: Offer): Promise<WalletTransaction> {
  const floor = await liveFloor()
  const spot = floor.spot(order.spot_id)
  const place = spot ? floor.nameOf(spot) : `#${order.spot_id}`
  return wallet().createTransaction({
    priceMinor: order.total_minor,
    currency: order.currency,
    description: describeForGuest(place, parseLines(order.lines), partOf(order)),
    parameters: { [REFERENCE_PARAMETER]: offer.reference },
    reserveForSeconds: RESERVE_FOR_SECONDS,
    callbackUri: environment().walletCallbackUrl,
    locationId: spot?.locationId ?? undefined,
  })
}

async function keepKey(
  db: Database,
  offer: Offer,
  { key, status, createdAtMs }: WalletTransaction,
): Promise<MadeOffer> {
  const made = { transaction_key: key, wallet_created_at: createdAtMs ?? null }
  await changeOffer(db, offer.reference, { ...made, status: 'offering' })
  return { ...offer, ...made, status }
}

function isMade(offer: Offer): offer is MadeOffer {
  return offer.transaction_key !== null
}
