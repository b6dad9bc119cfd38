import type { Caller } from './callers.ts'
import { forbidden, invalidParameters, noRights } from './errors.ts'
import { Item } from './item.ts'
import type { Json } from './json.ts'
import { readAmount, readCurrency } from './money.ts'
import type { Guest, Transaction } from './state.ts'

/** Every name that any document gives to a field of the reserve call. */
const reserveKeys = [
  'payer',
  'wallet_id',
  'pin',
  'pin_code',
  'sms_code',
  'code',
  'reservation_code',
  'inquiries',
  'revoke_transaction_key',
  'notification',
  'payment_prices',
  'payment_funds_sources',
  'funds_sources',
]

/** The guest who pays by `reserve`, from the caller, the address and the body in any variant. */
export function readPayer(
  caller: Caller,
  walletInPath: string | undefined,
  body: Json | undefined,
  isStrict: boolean,
): Guest {
  if (caller.kind === 'client') throw forbidden('Only a guest can agree to pay')
  const { guest } = caller
  let wallet = walletInPath ?? 'me'
  if (!isEmptyBody(body)) {
    const item = new Item(body, 'reserve', isStrict).allow(reserveKeys)
    const walletId = item.integer('wallet_id')
    if (walletId !== undefined) wallet = String(walletId)
  }
  if (wallet !== 'me' && wallet !== String(guest.walletId)) {
    throw noRights('This wallet belongs to somebody else')
  }
  return guest
}

/** The reduced amounts of a confirm body by payment id; none, `[]` and `{}` reduce nothing. */
export function readReductions(
  transaction: Transaction,
  body: Json | undefined,
  isStrict: boolean,
): ReadonlyMap<number, number> {
  const lowered = new Map<number, number>()
  if (isEmptyBody(body)) return lowered
  const prices = new Item(body, 'confirm', isStrict)
  for (const id of prices.keys()) {
    const payment = transaction.payments.find((candidate) => String(candidate.id) === id)
    if (!payment) throw invalidParameters(`Payment ${id} is not in this transaction`, id)
    const price = new Item(prices.json(id), id, isStrict)
    price.allow(['price', 'price_decimal', 'currency'])
    const minor = price.require('price', readAmount(price, 'price'))
    if (price.require('currency', readCurrency(price)) !== payment.currency) {
      throw invalidParameters('The currency of a payment cannot change', 'currency')
    }
    if (minor === 0 || minor > payment.priceMinor) {
      throw invalidParameters('A payment can only be lowered, and not to nothing', 'price')
    }
    lowered.set(payment.id, minor)
  }
  return lowered
}

function isEmptyBody(body: Json | undefined): boolean {
  return body === undefined || (Array.isArray(body) && body.length === 0)
}
