import 'server-only'
import type { OrderStatus } from '#contract/order.ts'

/** The wallet's words for a transaction, in the order of its life; every other word is `unknown` (law 11). */
export const transactionWords = [
  'new',
  'waiting',
  'waiting_funds',
  'waiting_registration',
  'waiting_password',
  'reserved',
  'confirmed',
  'rejected',
  'failed',
  'revoked',
  'deleted',
] as const
export type TransactionWord = (typeof transactionWords)[number] | 'unknown'

export type Meaning =
  /** The guest can pay it, or is about to. */
  | 'payable'
  /** The guest's money is held, and somebody has to decide. */
  | 'held'
  /** The wallet says that it was taken. */
  | 'received'
  /** The guest does not want to pay it. */
  | 'refused'
  /** The time ran out in which the money was held, and the guest has it back. */
  | 'expired'
  /** Somebody else ended it at the wallet: an act of ours says itself what it has ended. */
  | 'withdrawn'
  /** The order stays what it is, and the wallet's word is shown as it is. */
  | 'unclear'
  /** It says nothing new: an older reading, or the book has come to an end that nothing undoes. */
  | 'stays'
  /** Bringing the order before the guest finds out itself. */
  | 'act_decides'
  /** No order is behind it any more, and it is ended so that no money hangs (law 4). */
  | 'leftover'

type Row = Readonly<Record<TransactionWord, Meaning>>

/** What every word means in one state of the order, but for those that are named. */
function every(meaning: Meaning, but: Partial<Row> = {}): Row {
  const words: readonly TransactionWord[] = [...transactionWords, 'unknown']
  const row = words.map((word) => [word, but[word] ?? meaning])
  // The list of words is whole, so the row is.
  return Object.fromEntries(row)
}

const ends = {
  confirmed: 'received',
  rejected: 'refused',
  failed: 'expired',
  revoked: 'withdrawn',
  deleted: 'withdrawn',
} as const

/**
 * Order and transaction are two machines, and this is what each pair of their states means. A transaction that is held
 * is never payable again, so a reading that says so is an older one.
 */
export const meanings: Readonly<Record<OrderStatus, Row>> = {
  sending: every('act_decides'),
  pending: every('payable', { ...ends, reserved: 'held', unknown: 'unclear' }),
  reserved: every('stays', { ...ends, reserved: 'held', unknown: 'unclear' }),
  confirmed: every('stays'),
  closed: every('leftover', {
    confirmed: 'stays',
    rejected: 'stays',
    failed: 'stays',
    revoked: 'stays',
    deleted: 'stays',
    unknown: 'stays',
  }),
}

export function meaningOf(order: OrderStatus, walletStatus: string): Meaning {
  return meanings[order][transactionWords.find((word) => word === walletStatus) ?? 'unknown']
}
