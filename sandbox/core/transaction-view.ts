import { View } from './fields.ts'
import { projectById, projectView } from './projects.ts'
import { decimalText } from './money.ts'
import type { Payment, Transaction } from './state.ts'
import type { World } from './world.ts'

export function transactionView(world: World, transaction: Transaction): View {
  return new View(
    {
      transaction_key: transaction.key,
      created_at: transaction.createdAtS,
      confirmed_at: transaction.confirmedAtS ?? undefined,
      status: transaction.status,
      type: transaction.payerWalletId === null ? undefined : 'mobile_app',
      wallet: transaction.payerWalletId ?? undefined,
      valid_for_payment_card_debit: false,
      reserve: { ...transaction.reserve },
      use_allowance: transaction.useAllowance,
      suggest_allowance: transaction.suggestAllowance,
      auto_confirm: transaction.autoConfirm,
      callback_uri: transaction.callbackUri ?? undefined,
      project_id: transaction.projectId,
      location_id: transaction.locationId ?? undefined,
      ...transaction.extra,
      payments: transaction.payments.map((payment) => paymentView(transaction, payment)),
    },
    { project: () => projectView(projectById(world, transaction.projectId)) },
  )
}

function paymentView(transaction: Transaction, payment: Payment): View {
  return new View({
    id: payment.id,
    transaction_key: transaction.key,
    created_at: transaction.createdAtS,
    confirmed_at: transaction.confirmedAtS ?? undefined,
    status: transaction.status,
    price: payment.priceMinor,
    price_decimal: decimalText(payment.priceMinor),
    currency: payment.currency,
    wallet: transaction.payerWalletId ?? undefined,
    description: payment.description ?? undefined,
    items: payment.items.length === 0 ? undefined : payment.items.map(itemView(payment)),
    ...payment.extra,
  })
}

function itemView(payment: Payment) {
  return (item: Payment['items'][number]) =>
    new View({
      title: item.title,
      price: item.priceMinor,
      price_decimal: decimalText(item.priceMinor),
      currency: payment.currency,
      quantity: item.quantity,
      total_price: item.totalMinor,
      total_price_decimal: decimalText(item.totalMinor),
      ...item.extra,
    })
}
