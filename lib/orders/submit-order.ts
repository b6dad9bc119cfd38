import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Line, OrderDraft } from '#contract/order.ts'
import { HOUSE_CURRENCY, orderTotalMinor } from '#contract/money.ts'
import type { Permission } from '#contract/permission.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Schema } from '#lib/database/schema.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { now } from '#lib/runtime/clock.ts'
import { problem, type ProblemError } from '#lib/runtime/problem.ts'
import { putBackOnTab, tableOfTab } from '#lib/tabs/put-back-on-tab.ts'
import { isWalletError } from '#lib/wallet/errors.ts'
import type { WalletTransaction } from '#lib/wallet/transaction-schemas.ts'
import { bookOrder, forgetOrder } from './book/book-order.ts'
import { act } from './intents/carry-out.ts'
import { knownSpot } from './known-spot.ts'
import { isBegun } from './intents/new-intent.ts'
import { reduce } from './reductions.ts'
import { closedAs } from './book/state.ts'
import {
  changeOrder,
  describeOrder,
  getOrder,
  orderIdOf,
  type BookedOrder,
} from './book/order-book.ts'
import { refusedByWallet, type Procedure, type Steps } from './intents/procedure.ts'
import { keepOffered, putBeforeGuest, type Offered } from './put-before-guest.ts'

interface Submission {
  intentId: string
  spotId: number
  actor: Actor
  /** For what only some may ask, such as a large discount; nothing of that without it. */
  may?: (permission: Permission) => boolean
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
  { intentId, spotId, actor, may = () => false }: Submission,
  body: object,
  /** Null where it was begun before. */
  booking: { draft: OrderDraft; given: GivenTransaction | null } | null,
) {
  await knownSpot(spotId)
  const asked = { id: intentId, act: 'submit', spotId, orderId: null, body, actor } as const
  const intent = await act(asked, { submit: submitting }, async (trx) => {
    if (!booking) throw new Error('An order that was booked before is to be booked again')
    const { draft, given } = booking
    const begun = await bookSubmission(trx, { intentId, spotId, actor, may }, draft)
    if (given) await bookGivenTransaction(trx, begun.orderId, given)
    return begun
  })
  const db = await database()
  return describeOrder(db, orderIdOf(intent))
}

/** What asking for an order writes down at first: the order itself, and what its guests are asked less. */
export async function bookSubmission(
  trx: Transaction<Schema>,
  { intentId, spotId, actor, may = () => false }: Submission,
  draft: OrderDraft,
) {
  const orderId = randomUUID()
  const visitId = await bookOrder(trx, { orderId, spotId, draft, actor })
  const discountMinor = draft.discountMinor ?? 0
  await reduce(trx, {
    orderId,
    visitId,
    intentId,
    reductions: discountMinor > 0 ? [{ kind: 'discount', amountMinor: discountMinor }] : [],
    reason: draft.note,
    actor,
    may,
  })
  return { orderId, detail: { totalMinor: orderTotalMinor(draft.lines, draft.discountMinor) } }
}

/** Puts an order before the guest, for the first time or once more. */
export const submitSteps: Steps = async (db, intent) => {
  const order = await getOrder(db, orderIdOf(intent))
  const offered = await putBeforeGuest(db, order, intent)
  if (offered.how === 'ask_person') return 'ask_person'
  if (offered.how === 'before_guest')
    return { finish: (trx) => keepOffered(trx, order.id, offered) }
  const tableId = tableOfTab(intent)
  return {
    finish: (trx) => notSent(trx, order, tableId),
    problem: whyNotSent(offered),
    ...(tableId !== undefined && { tableId }),
  }
}

export const submitting: Procedure = {
  steps: submitSteps,
  drop: (trx, intent, wasShown) => forgetOrder(trx, orderIdOf(intent), wasShown),
}

function whyNotSent(offered: Extract<Offered, { how: 'refused' | 'visit_over' }>): ProblemError {
  if (offered.how === 'refused') return refusedByWallet(offered.error)
  const detail = 'The guests left before the order could be put before them. It was not sent.'
  return problem('conflict', { detail })
}

/** What came from a tab goes back to it, in the same moment, so that its lines are neither lost nor kept twice. */
async function notSent(
  trx: Transaction<Schema>,
  order: BookedOrder,
  tableId: string | undefined,
): Promise<void> {
  await changeOrder(trx, order.id, closedAs('not_sent'))
  const isBack = tableId !== undefined && (await putBackOnTab(trx, tableId, order))
  if (isBack) await changeOrder(trx, order.id, closedAs('back_on_tab'))
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
