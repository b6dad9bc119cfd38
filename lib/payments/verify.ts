import 'server-only'
import type { Verdict } from '#contract/order.ts'
import type { WalletTransaction } from '#lib/wallet/transaction-schemas.ts'

/** What Spotboard last sent for an order. */
export interface SentPayment {
  transactionKey: string
  amountMinor: number
  currency: string
  locationId: number | null
}

/**
 * Compares a transaction with what was sent (law 1). An amount that the wallet states unclearly equals nothing. A
 * location that it leaves out says nothing.
 */
export function verify(sent: SentPayment, found: WalletTransaction): Verdict {
  const differences: Verdict['differences'] = []
  const differ = (what: Verdict['differences'][number]['what'], expected: string, is: string) =>
    differences.push({ what, expected, found: is })

  if (found.key !== sent.transactionKey) differ('key', sent.transactionKey, found.key)
  if (found.payments.length !== 1) differ('payments', '1', String(found.payments.length))
  const [payment] = found.payments
  if (payment) {
    const amount = payment.priceMinor === undefined ? 'unclear' : String(payment.priceMinor)
    if (amount !== String(sent.amountMinor)) differ('amount', String(sent.amountMinor), amount)
    const currency = payment.currency ?? 'none'
    if (currency !== sent.currency) differ('currency', sent.currency, currency)
  }
  if (
    sent.locationId !== null &&
    found.locationId !== undefined &&
    found.locationId !== sent.locationId
  ) {
    differ('location', String(sent.locationId), String(found.locationId))
  }
  return { equal: differences.length === 0, differences }
}
