import type { WalletEvidence, WalletTransaction } from './evidence.ts'

const payable = new Set([
  'new',
  'waiting',
  'waiting_funds',
  'waiting_registration',
  'waiting_password',
])

export function isPayable({ status }: WalletTransaction): boolean {
  return payable.has(status)
}

/** Money is held, or could still be. */
export function isUnended(transaction: WalletTransaction): boolean {
  return isPayable(transaction) || transaction.status === 'reserved'
}

export function referenceOf({ payments }: WalletTransaction): string | undefined {
  const reference = payments[0]?.parameters?.['spotboard']
  return typeof reference === 'string' ? reference : undefined
}

/** Whether an order that the wallet shows to guests carries it. */
export function isCarried(wallet: WalletEvidence, { transaction_key: key }: WalletTransaction) {
  return wallet.orders.some((order) => order.transaction_key === key && order.status !== 'closed')
}

/**
 * Counted by transaction: what a guest is asked to pay now, has let hold or has paid. Two orders under one key are
 * one payment, and a transaction that no order carries asks nobody, but at the counter, where its code was on the screen.
 */
export function isLive(
  wallet: WalletEvidence,
  transaction: WalletTransaction,
  where: 'on a spot' | 'at the counter' = 'on a spot',
): boolean {
  const { status } = transaction
  if (status === 'reserved' || status === 'confirmed') return true
  return isPayable(transaction) && (where === 'at the counter' || isCarried(wallet, transaction))
}
