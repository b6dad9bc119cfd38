import { invalidParameters } from './errors.ts'
import { Item } from './item.ts'
import type { Json } from './json.ts'
import { readAmount, readCurrency, sumOf, totalOf } from './money.ts'
import type { PaymentItem, TransactionContents } from './state.ts'

const defaultReserveS = 86_400
const maximalReserveS = 366 * 86_400

const handedBack = ['redirect_uri', 'user', 'restrictions', 'inquiries', 'allowance']
const transactionKeys = [
  ...handedBack,
  'payments',
  'reserve',
  'reserve_for',
  'reserve_until',
  'use_allowance',
  'suggest_allowance',
  'auto_confirm',
  'callback_uri',
  'project_id',
  'location_id',
]
const paymentHandedBack = [
  'beneficiary',
  'commission',
  'freeze',
  'freeze_for',
  'freeze_until',
  'parameters',
  'cashback',
  'cashback_decimal',
  'purpose',
  'price_rules',
  'funds_source',
]
const paymentKeys = [
  ...paymentHandedBack,
  'description',
  'price',
  'price_decimal',
  'currency',
  'items',
  'password',
]
const itemHandedBack = ['description', 'image_uri', 'parameters']
const itemKeys = [
  ...itemHandedBack,
  'title',
  'price',
  'price_decimal',
  'currency',
  'quantity',
  'total_price',
  'total_price_decimal',
]

/** What a merchant asked for, before it has a project, a key and payment ids. */
export interface TransactionInput {
  contents: Omit<TransactionContents, 'projectId' | 'locationId' | 'payments'>
  payments: Omit<TransactionContents['payments'][number], 'id'>[]
  projectId: number | undefined
  locationId: number | undefined
}

/** Reads the body of `POST /transaction`. `shownNowS` bounds a reservation that names its end. */
export function readTransaction(
  body: Json | undefined,
  isStrict: boolean,
  shownNowS: number,
): TransactionInput {
  const item = new Item(body, 'transaction', isStrict).allow(transactionKeys)
  const payments = item.require('payments', item.items('payments')).map(readPayment)
  if (payments.length === 0) throw invalidParameters('payments is empty', 'payments')
  return {
    contents: {
      reserve: readReserve(item, shownNowS),
      useAllowance: item.flag('use_allowance') ?? true,
      suggestAllowance: item.flag('suggest_allowance') ?? false,
      autoConfirm: item.flag('auto_confirm') ?? false,
      callbackUri: readCallbackUri(item),
      extra: item.copy(handedBack),
    },
    payments,
    projectId: item.integer('project_id'),
    locationId: item.integer('location_id'),
  }
}

function readPayment(payment: Item): TransactionInput['payments'][number] {
  payment.allow(paymentKeys)
  const ownCurrency = readCurrency(payment)
  const items = (payment.items('items') ?? []).map((line) => readLine(line, ownCurrency))
  const description = payment.text('description')
  if (items.length === 0) payment.require('description', description)
  const asked = readAmount(payment, 'price')
  const sum = sumOf(items.map((line) => line.totalMinor))
  if (asked !== undefined && items.length > 0 && asked !== sum) {
    throw invalidParameters('The sum of the items is not the price', 'price')
  }
  const priceMinor = payment.require('price', asked ?? (items.length > 0 ? sum : undefined))
  if (priceMinor === 0) throw invalidParameters('price must be above zero', 'price')
  const password = payment.item('password')
  const extra = payment.copy(paymentHandedBack)
  if (password) {
    extra['password'] = { type: password.text('type') ?? 'generated', status: 'disabled' }
  }
  return {
    priceMinor,
    currency: payment.require('currency', ownCurrency),
    description: description ?? null,
    items,
    extra,
  }
}

function readLine(line: Item, paymentCurrency: string | undefined): PaymentItem {
  line.allow(itemKeys)
  const currency = readCurrency(line)
  if (currency !== undefined && currency !== paymentCurrency) {
    throw invalidParameters('An item has another currency than its payment', 'currency')
  }
  const title = line.require('title', line.text('title'))
  const priceMinor = line.require('price', readAmount(line, 'price'))
  const quantity = line.number('quantity') ?? 1
  const computed = totalOf(priceMinor, quantity)
  const totalMinor = readAmount(line, 'total_price') ?? computed
  return { title, priceMinor, quantity, totalMinor, extra: line.copy(itemHandedBack) }
}

function readReserve(item: Item, shownNowS: number): TransactionContents['reserve'] {
  const given = ['reserve', 'reserve_for', 'reserve_until'].filter((key) => item.has(key))
  if (given.length > 1) throw invalidParameters(`Only one of ${given.join(', ')} may be given`)
  const nested = item.item('reserve')?.allow(['for', 'until'])
  if (nested && nested.has('for') === nested.has('until')) {
    throw invalidParameters('reserve takes exactly one of for, until', 'reserve')
  }
  const hours = item.integer('reserve_for')
  const seconds = nested?.integer('for') ?? (hours === undefined ? undefined : hours * 3600)
  const until = nested?.integer('until') ?? item.integer('reserve_until')
  const length = until === undefined ? (seconds ?? defaultReserveS) : until - shownNowS
  if (length <= 0 || length > maximalReserveS) {
    throw invalidParameters('The reservation time is not usable', 'reserve')
  }
  return until === undefined ? { for: length } : { until }
}

function readCallbackUri(item: Item): string | false | null {
  if (!item.has('callback_uri')) return null
  if (item.json('callback_uri') === false) return false
  const address = item.text('callback_uri') ?? ''
  if (!/^https?:$/.test(URL.parse(address)?.protocol ?? '')) {
    throw invalidParameters('callback_uri is not an address', 'callback_uri')
  }
  return address
}
