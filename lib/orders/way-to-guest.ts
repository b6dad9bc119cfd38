import 'server-only'
import { isAtCounter } from '#contract/place.ts'
import type { Database } from '#lib/database/open-database.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { now } from '#lib/runtime/clock.ts'
import { isWalletError, type WalletError } from '#lib/wallet/errors.ts'
import type { WalletTransaction } from '#lib/wallet/transaction-schemas.ts'
import { changeOrder, type BookedOrder } from './book/order-book.ts'
import { findTransaction, retire, type Offer } from './book/transactions.ts'

/** An offer whose transaction exists at the wallet. */
export type MadeOffer = Offer & { transaction_key: string }

/** The transaction is before the guest. */
export interface BeforeGuest {
  offer: MadeOffer
  /** Null where no order of the wallet's carries it, or where it is not known under which id. */
  walletOrderId: number | null
  /** The wallet's word for the order or its transaction. */
  status: string
}

export type Brought =
  | ({ how: 'before_guest' } & BeforeGuest)
  /** The wallet refused, and nothing payable is left. */
  | { how: 'refused'; error: WalletError }
  /** Nobody was asked, which is certain, and it can be tried again. */
  | { how: 'not_arrived' }

/**
 * Brings a transaction before the guest. `offering` on the disk means that this was begun before: then it is found out,
 * never done again (law 3).
 */
type WayToGuest = (
  db: Database,
  order: BookedOrder,
  offer: MadeOffer,
  isLastRound: boolean,
) => Promise<Brought>

/**
 * How an order comes before its guest: as an order on the spot, which the wallet shows to whoever has checked in there,
 * or at the counter as a code on our own screen, which needs no call.
 */
export function wayToGuest(order: BookedOrder): WayToGuest {
  return isOnOurScreen(order) ? onOurScreen : onTheSpot
}

/** Whether a transaction stays unseen until the book says otherwise, so that another one can be made before it has ended. */
export function isOnOurScreen({ spot_id: spotId }: BookedOrder): boolean {
  return isAtCounter(spotId)
}

/** The key in the book is the code on the screen; so the guest cannot have paid before this was written down. */
const onOurScreen: WayToGuest = (_db, _order, offer) =>
  Promise.resolve({ how: 'before_guest', offer, walletOrderId: null, status: offer.status })

const onTheSpot: WayToGuest = async (db, order, offer, isLastRound) => {
  if (offer.status === 'offering') return findOut(db, order, offer)
  try {
    const created = await wallet().createOrder(order.spot_id, offer.transaction_key)
    await believeOpen(order.spot_id)
    return { how: 'before_guest', offer, walletOrderId: created.id, status: created.status }
  } catch (error) {
    if (!isWalletError(error) || error.code !== 'refused') throw error
    // `invalid_state` about our own key may mean that an earlier delivery has arrived after all.
    if (error.walletCode === 'invalid_state' && !isLastRound) return { how: 'not_arrived' }
    await retire(db, offer)
    return { how: 'refused', error }
  }
}

/** Answers `not_arrived` where the order certainly never was before the guest and its transaction is dead. */
async function findOut(db: Database, order: BookedOrder, offer: MadeOffer): Promise<Brought> {
  const spot = await wallet().getSpot(order.spot_id)
  const shown = spot.orders?.find((candidate) => candidate.transactionKey === offer.transaction_key)
  if (shown) {
    return { how: 'before_guest', offer, walletOrderId: shown.id, status: shown.status }
  }
  const transaction = await findTransaction(offer.transaction_key)
  if (transaction && hasReachedGuest(transaction)) {
    return { how: 'before_guest', offer, walletOrderId: null, status: transaction.status }
  }
  const ended = await retire(db, offer)
  // A guest paid in that very instant and has the money back; the order is asked anew, and staff are told (law 3).
  if (ended === 'revoked') await changeOrder(db, order.id, { notice: 'paid_back' })
  return ended === 'confirmed'
    ? { how: 'before_guest', offer, walletOrderId: null, status: ended }
    : { how: 'not_arrived' }
}

/** Only an order can bring a transaction before a guest, so a guest's answer proves that the order arrived. */
function hasReachedGuest({ status }: WalletTransaction): boolean {
  return status === 'reserved' || status === 'confirmed' || status === 'rejected'
}

/** The reference: after the first order is created, the spot's status becomes open. */
async function believeOpen(spotId: number): Promise<void> {
  const floor = await liveFloor()
  await floor.learn({
    kind: 'spot',
    spot: { id: spotId, status: 'open' },
    startedAt: now(),
    at: now(),
  })
}
