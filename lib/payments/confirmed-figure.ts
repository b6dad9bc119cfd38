import 'server-only'
import { sumMinor } from '#contract/money.ts'
import type { OrderTable } from '#lib/database/schema.ts'
import type { WalletTransaction } from '#lib/wallet/transaction-schemas.ts'

/**
 * What a confirmed transaction has brought, by the wallet's own figures: it may be less than the order says, or
 * something else that a manager has taken. Empty where the wallet states no clear amount.
 */
export function confirmedFigure({
  payments,
}: Pick<WalletTransaction, 'payments'>): Partial<
  Pick<OrderTable, 'confirmed_minor' | 'confirmed_currency'>
> {
  const [currency, ...others] = new Set(payments.map((payment) => payment.currency))
  const amounts = payments.flatMap(({ priceMinor }) => priceMinor ?? [])
  if (currency === undefined || others.length > 0 || amounts.length < payments.length) return {}
  return { confirmed_minor: sumMinor(amounts), confirmed_currency: currency }
}
