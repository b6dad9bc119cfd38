import 'server-only'
import { z } from 'zod'
import {
  decoration,
  kept,
  type Notice,
  parse,
  present,
  statusWord,
  transactionKey,
  unixSeconds,
  walletId,
} from './answer.ts'
import { agreedPriceMinor, type StatedPrice } from './money.ts'

export type WalletTransactionStatus =
  | 'new'
  | 'waiting'
  | 'waiting_funds'
  | 'waiting_registration'
  | 'waiting_password'
  | 'reserved'
  | 'confirmed'
  | 'rejected'
  | 'revoked'
  | 'deleted'
  | 'failed'
  | (string & Record<never, never>)

export interface WalletPayment {
  id: number
  status?: string
  /** Absent unless the wallet states one amount without contradiction, so it then equals nothing. */
  priceMinor?: number
  /** The figures as stated, when they contradict each other or are no whole hundredths. */
  unclearPrice?: StatedPrice
  currency?: string
  description?: string
  parameters?: Record<string, unknown>
  otherFields?: Record<string, unknown>
}

export interface WalletTransaction {
  key: string
  status: WalletTransactionStatus
  createdAtMs?: number
  confirmedAtMs?: number
  /** How long a reservation holds, or until when. */
  reserve?: { forSeconds?: number; untilMs?: number }
  projectId?: number
  locationId?: number
  payments: WalletPayment[]
  otherFields?: Record<string, unknown>
}

const reserveWire = z
  .looseObject({ for: z.int().optional(), until: z.int().optional() })
  .optional()
  .catch(undefined)

// PHP writes an empty map as an empty list.
const parametersWire = z
  .record(z.string(), z.unknown())
  .or(z.tuple([]).transform((): Record<string, unknown> => ({})))

const paymentWire = z.looseObject({
  id: walletId,
  status: z.string().exactOptional(),
  price: z.int().nonnegative().exactOptional(),
  price_decimal: z
    .string()
    .regex(/^\d{1,16}(\.\d{1,16})?$/)
    .exactOptional(),
  currency: z.string().exactOptional(),
  description: decoration,
  parameters: parametersWire.exactOptional(),
})

const transactionWire = z.looseObject({
  transaction_key: transactionKey,
  status: z.string(),
  created_at: unixSeconds,
  confirmed_at: unixSeconds,
  reserve: reserveWire,
  project_id: walletId.exactOptional(),
  location_id: walletId.exactOptional(),
  payments: z.array(paymentWire).default([]),
})

const transactionWords = words(
  `new waiting waiting_funds waiting_registration waiting_password reserved confirmed rejected
   revoked deleted failed`,
)
const paymentWords = words(
  `new waiting waiting_funds waiting_registration waiting_password reserved deleted rejected
   revoked failed confirmed done canceled`,
)
const unusedTransactionFields = words(
  `id type wallet correlation_key valid_for_payment_card_debit use_allowance suggest_allowance
   auto_confirm redirect_uri callback_uri manager_id allowance restrictions user inquiries project
   reserve_for reserve_until`,
)
const unusedPaymentFields = words(
  `transaction_key created_at wallet confirmed_at cancelable freeze freeze_for freeze_until
   beneficiary items cashback cashback_decimal commission password price_rules purpose
   funds_source`,
)

export function readTransaction(json: unknown, notice: Notice): WalletTransaction {
  const wire = parse(transactionWire, json)
  const { transaction_key, status, created_at, confirmed_at, reserve, ...others } = wire
  const { project_id: projectId, location_id: locationId, payments, ...rest } = others
  return {
    key: transaction_key,
    status: statusWord('transaction', status, transactionWords, notice),
    ...present({
      createdAtMs: milliseconds(created_at),
      confirmedAtMs: milliseconds(confirmed_at),
      reserve:
        reserve && present({ forSeconds: reserve.for, untilMs: milliseconds(reserve.until) }),
      projectId,
      locationId,
    }),
    payments: payments.map((payment) => paymentOf(payment, notice)),
    ...kept('transaction', rest, unusedTransactionFields, notice),
  }
}

function paymentOf(wire: z.output<typeof paymentWire>, notice: Notice): WalletPayment {
  const { id, status, currency, description, parameters, ...others } = wire
  const { price, price_decimal: priceDecimal, ...rest } = others
  if (status !== undefined) statusWord('payment', status, paymentWords, notice)
  return {
    id,
    ...priceOf(present({ price, priceDecimal })),
    ...present({ status, currency, description, parameters }),
    ...kept('payment', rest, unusedPaymentFields, notice),
  }
}

function priceOf(stated: StatedPrice): Pick<WalletPayment, 'priceMinor' | 'unclearPrice'> {
  const priceMinor = agreedPriceMinor(stated)
  if (priceMinor !== undefined) return { priceMinor }
  return Object.keys(stated).length === 0 ? {} : { unclearPrice: stated }
}

function milliseconds(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds * 1000
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/))
}
