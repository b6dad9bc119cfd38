import 'server-only'
import { createHash } from 'node:crypto'
import type { Verdict } from '#contract/order.ts'
import type { WalletTransaction } from '#lib/wallet/transaction-schemas.ts'

/** What Spotboard last sent for an order. */
export interface SentPayment {
  transactionKey: string
  amountMinor: number
  currency: string
  locationId: number | null
  projectId: number | null
}

/**
 * Compares a transaction with what was sent (law 1). An amount that the wallet states unclearly equals nothing. A
 * location or project that it leaves out says nothing.
 */
export function verify(sent: SentPayment, found: WalletTransaction): Verdict {
  const differences: Verdict['differences'] = []
  const differ = (what: Verdict['differences'][number]['what'], expected: string, is: string) =>
    differences.push({ what, expected, found: is })
  const differId = (what: 'location' | 'project', expected: number | null, is?: number) => {
    if (expected === null || is === undefined || is === expected) return
    differ(what, String(expected), String(is))
  }

  if (found.key !== sent.transactionKey) differ('key', sent.transactionKey, found.key)
  if (found.payments.length !== 1) differ('payments', '1', String(found.payments.length))
  const [payment] = found.payments
  if (payment) {
    const amount = payment.priceMinor === undefined ? 'unclear' : String(payment.priceMinor)
    if (amount !== String(sent.amountMinor)) differ('amount', String(sent.amountMinor), amount)
    const currency = payment.currency ?? 'none'
    if (currency !== sent.currency) differ('currency', sent.currency, currency)
  }
  differId('project', sent.projectId, found.projectId)
  differId('location', sent.locationId, found.locationId)
  return { equal: differences.length === 0, differences }
}

/** A status that the wallet has no documented word for, shown as it is beside the one that was expected (law 11). */
export function unclearStatus(expected: string, found: string): Verdict {
  return { equal: false, differences: [{ what: 'status', expected, found }] }
}

/**
 * Names a transaction as it was judged. Two readings have the same name only if they agree in everything that a verdict
 * compares.
 */
export function fingerprintOf({ key, payments, projectId, locationId }: WalletTransaction): string {
  const figures = payments.map(({ id, priceMinor, unclearPrice, currency }) => [
    id,
    priceMinor ?? unclearPrice ?? null,
    currency ?? null,
  ])
  const judged = JSON.stringify([key, figures, projectId ?? null, locationId ?? null])
  return createHash('sha256').update(judged).digest('base64url').slice(0, 22)
}

export interface Held {
  amountMinor: number
  currency: string
}

/** What a transaction comes to, or undefined where the wallet does not say it clearly in one currency. */
export function amountOf({ payments }: WalletTransaction): Held | undefined {
  const currency = payments[0]?.currency
  let amountMinor = 0
  for (const payment of payments) {
    if (payment.priceMinor === undefined || payment.currency !== currency) return undefined
    amountMinor += payment.priceMinor
  }
  return currency === undefined ? undefined : { amountMinor, currency }
}
