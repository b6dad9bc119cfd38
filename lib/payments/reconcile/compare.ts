import 'server-only'
import type { DifferenceKind, Side } from '#contract/difference.ts'
import type { WalletTransaction } from '#lib/wallet/transaction-schemas.ts'

/** What the book says of a transaction. */
export interface Booked {
  orderId: string
  spotId: number
  status: string
  /** Whether it is the one that the order stands on, and not one that was replaced. */
  isPresent: boolean
  amountMinor: number
  currency: string
  /** It was taken in cash or by card. */
  isPaidOtherwise: boolean
  /** A manager has seen that it differs and has taken it as it was. */
  isAcceptedAsIs: boolean
}

export interface FoundDifference {
  kind: DifferenceKind
  booked: Side
  found: Side
}

/**
 * What the wallet and the book say differently of one transaction, if anything. What is not paid on either side is
 * followed by the watch on payments; here only what counts in the books does, and what an order stands on.
 */
export function compare(
  booked: Booked | undefined,
  found: WalletTransaction | undefined,
): FoundDifference | null {
  const differ = (kind: DifferenceKind): FoundDifference => ({
    kind,
    booked: bookedSide(booked),
    found: foundSide(found),
  })
  const isBookedPaid = booked?.isPresent === true && booked.status === 'confirmed'
  if (!found) return booked?.isPresent && booked.status !== 'closed' ? differ('vanished') : null
  if (found.status === 'confirmed' && !isBookedPaid) return differ('received_not_booked')
  if (!isBookedPaid) return null
  if (found.status !== 'confirmed') return differ('booked_not_received')
  const { amountMinor, currency } = foundSide(found)
  const isEqual = amountMinor === booked.amountMinor && currency === booked.currency
  return isEqual || booked.isAcceptedAsIs ? null : differ('amount_differs')
}

function bookedSide(booked: Booked | undefined): Side {
  if (!booked) return { status: 'none', amountMinor: null, currency: null }
  const { isPresent, amountMinor, currency } = booked
  return { status: isPresent ? booked.status : 'replaced', amountMinor, currency }
}

/** An amount that the wallet states unclearly, or in several payments, equals nothing. */
function foundSide(found: WalletTransaction | undefined): Side {
  const [payment, ...others] = found?.payments ?? []
  const isOne = others.length === 0
  return {
    status: found?.status ?? 'none',
    amountMinor: (isOne ? payment?.priceMinor : undefined) ?? null,
    currency: payment?.currency ?? null,
  }
}
