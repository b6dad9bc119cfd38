import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Line, OrderDraft } from '#contract/order.ts'
import { HOUSE_CURRENCY, orderTotalMinor } from '#contract/money.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Schema } from '#lib/database/schema.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { now } from '#lib/runtime/clock.ts'
import { problem } from '#lib/runtime/problem.ts'
import { isWalletError } from '#lib/wallet/errors.ts'
import type { WalletTransaction } from '#lib/wallet/transaction-schemas.ts'
import { bookOrder, forgetOrder } from './book/book-order.ts'
import { closedAs } from './book/state.ts'
import { act } from './intents/carry-out.ts'
import { knownSpot } from './known-spot.ts'
import { isBegun } from './intents/new-intent.ts'
import { changeOrder, describeOrder, getOrder, orderIdOf } from './book/order-book.ts'
import { refusedByWallet, type Outcome, type Procedure, type Steps } from './intents/procedure.ts'
import { keepOffered, putBeforeGuest, type Offered } from './put-before-guest.ts'

interface Submission {
  intentId: string
  spotId: number
  actor: Actor
}

interface GivenTransaction {
  key: string
  draft: OrderDraft
  /** By the wallet's clock. */
  createdAtMs: number | null
}

/** Asks the guests of a spot to pay an order; answers it as it stands, `sending` while its outcome is unknown. */
export async function submitOrder({ draft, ...submission }: Submission & { draft: OrderDraft }) {
  refuseOtherCurrency(draft.currency)
  return submit(submission, draft, { draft, given: null })
}

/** Puts a transaction that somebody else has created on a spot, as an order of one line. */
export async function submitTransaction({
  transactionKey,
  ...submission
}: Submission & { transactionKey: string }) {
  // Asked once more, the transaction may have been paid by now; the order is there all the same.
  const isBooked = await isBegun(await database(), submission.intentId)
  const given = isBooked ? null : await givenTransaction(transactionKey)
  return submit(submission, { transactionKey }, given && { draft: given.draft, given })
}

async function submit(
  { intentId, spotId, actor }: Submission,
  body: object,
  /** Null where it was begun before. */
  booking: { draft: OrderDraft; given: GivenTransaction | null } | null,
) {
  await knownSpot(spotId)
  const asked = { id: intentId, act: 'submit', spotId, orderId: null, body, actor } as const
  const intent = await act(asked, { submit: submitting }, async (trx) => {
    if (!booking) throw new Error('An order that was booked before is to be booked again')
    const { draft, given } = booking
    const orderId = randomUUID()
    await bookOrder(trx, { orderId, spotId, draft, actor })
    if (given) await bookGivenTransaction(trx, orderId, given)
    return { orderId, detail: { totalMinor: orderTotalMinor(draft.lines, draft.discountMinor) } }
  })
  const db = await database()
  return describeOrder(db, orderIdOf(intent))
}

/** Puts an order before the guest, for the first time or once more. */
export const submitSteps: Steps = async (db, intent) => {
  const order = await getOrder(db, orderIdOf(intent))
  const offered = await putBeforeGuest(db, order, intent)
  return offered.how === 'ask_person' ? 'ask_person' : outcomeOf(order.id, offered)
}

export const submitting: Procedure = {
  steps: submitSteps,
  drop: (trx, intent, wasShown) => forgetOrder(trx, orderIdOf(intent), wasShown),
}

function outcomeOf(orderId: string, offered: Exclude<Offered, { how: 'ask_person' }>): Outcome {
  if (offered.how === 'refused') {
    return { finish: (trx) => notSent(trx, orderId), problem: refusedByWallet(offered.error) }
  }
  if (offered.how === 'visit_over') {
    const detail = 'The guests left before the order could be put before them. It was not sent.'
    return { finish: (trx) => notSent(trx, orderId), problem: problem('conflict', { detail }) }
  }
  return { finish: (trx) => keepOffered(trx, orderId, offered) }
}

async function notSent(trx: Transaction<Schema>, orderId: string): Promise<void> {
  await changeOrder(trx, orderId, closedAs('not_sent'))
}

async function bookGivenTransaction(
  trx: Transaction<Schema>,
  orderId: string,
  { key, draft, createdAtMs }: GivenTransaction,
): Promise<void> {
  const used = await trx
    .selectFrom('order_transactions')
    .select('order_id')
    .where('transaction_key', '=', key)
    .executeTakeFirst()
  if (used) throw problem('conflict', { detail: 'This transaction is on another order already.' })
  await trx
    .insertInto('order_transactions')
    .values({
      reference: `${orderId}:1`,
      order_id: orderId,
      version: 1,
      transaction_key: key,
      amount_minor: orderTotalMinor(draft.lines),
      currency: draft.currency,
      status: 'new',
      created_at: now(),
      wallet_created_at: createdAtMs,
    })
    .execute()
}

async function givenTransaction(key: string): Promise<GivenTransaction> {
  const transaction = await transactionOrNotFound(key)
  const [payment, ...others] = transaction.payments
  if (transaction.status !== 'new' || others.length > 0 || payment?.priceMinor === undefined) {
    throw problem('conflict', {
      detail: 'Only a new transaction with one payment of a certain amount can be put on a spot.',
    })
  }
  refuseOtherCurrency(payment.currency ?? '')
  const line: Line = {
    title: payment.description ?? 'Payment',
    quantity: 1,
    unitPriceMinor: payment.priceMinor,
  }
  return {
    key,
    draft: { lines: [line], currency: HOUSE_CURRENCY },
    createdAtMs: transaction.createdAtMs ?? null,
  }
}

async function transactionOrNotFound(key: string): Promise<WalletTransaction> {
  try {
    return await wallet().getTransaction(key)
  } catch (error) {
    const isUnknown = isWalletError(error) && (error.status === 404 || error.status === 403)
    if (!isUnknown) throw error
    throw problem('not_found', { detail: 'The wallet knows no such transaction.', cause: error })
  }
}

export function refuseOtherCurrency(currency: string): void {
  if (currency === HOUSE_CURRENCY) return
  const message = `This house takes ${HOUSE_CURRENCY}.`
  throw problem('invalid', { detail: message, errors: [{ path: 'currency', message }] })
}
