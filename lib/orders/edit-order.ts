import 'server-only'
import type { Transaction } from 'kysely'
import * as z from 'zod/mini'
import { orderTotalMinor } from '#contract/money.ts'
import type { Order, OrderEdit } from '#contract/order.ts'
import { Part } from '#contract/part.ts'
import type { Permission } from '#contract/permission.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { readPayment } from '#lib/payments/follow-payment.ts'
import { now } from '#lib/runtime/clock.ts'
import { problem } from '#lib/runtime/problem.ts'
import { isWalletError } from '#lib/wallet/errors.ts'
import { closedAs } from './book/state.ts'
import { act } from './intents/carry-out.ts'
import { bodyOf, isUnattended, LATE_MS, type Intent } from './intents/intents.ts'
import { requireReason } from './lowering.ts'
import {
  changeOrder,
  columnsOfPart,
  describeOrder,
  getOrder,
  orderIdOf,
  type BookedOrder,
} from './book/order-book.ts'
import { conflictOver, orderOrNotFound, refuseOtherVersion } from './book/present-order.ts'
import {
  markChanged,
  refusedByWallet,
  type Outcome,
  type Procedure,
  type Steps,
} from './intents/procedure.ts'
import {
  keepOffered,
  presentTransaction,
  putBeforeGuest,
  type MadeOffer,
} from './put-before-guest.ts'
import { refuseOtherCurrency } from './submit-order.ts'
import { changeOffer, offersOf, retire } from './book/transactions.ts'
import { addNextVersion, dropVersion } from './book/versions.ts'

interface Edit {
  intentId: string
  orderId: string
  version: number
  edit: OrderEdit
  actor: Actor
  may: (permission: Permission) => boolean
}

/** What an edit is asked with: the version that it is made on and, where it splits, what part the order becomes. */
export const EditBody = z.object({
  version: z.int(),
  part: z.optional(z.object({ from: z.nullable(Part), to: z.nullable(Part) })),
})
export type EditBody = z.infer<typeof EditBody>

/** Changes what the guest is asked to pay. A reserved order is locked: decline first, then edit. */
export async function editOrder({
  intentId,
  orderId,
  version,
  edit,
  actor,
  may,
}: Edit): Promise<Order> {
  refuseOtherCurrency(edit.currency)
  const db = await database()
  const { spot_id: spotId } = await orderOrNotFound(db, orderId)
  // The version is no part of what is asked for: whoever sends an edit again may have read the order in between.
  const asked = {
    id: intentId,
    act: 'edit',
    spotId,
    orderId,
    body: edit,
    plan: { version },
    actor,
  } as const
  await act(asked, { edit: editing }, async (trx) => {
    const order = await orderOrNotFound(trx, orderId)
    await refuseOtherVersion(trx, order, version)
    if (order.status !== 'pending') throw await conflictOver(trx, orderId, lockedBecause(order))
    const totalMinor = orderTotalMinor(edit.lines, edit.discountMinor)
    if (totalMinor < order.total_minor) requireReason(may, edit.reason)
    await addNextVersion(trx, order, edit, actor, edit.reason)
    const { reason = null } = edit
    return { orderId, detail: { from: order.total_minor, to: totalMinor, reason } }
  })
  return describeOrder(db, orderId)
}

/**
 * New transaction, put it on the order, then revoke the old key: in this order the wallet's own refusal on a reserved
 * order protects the guest.
 */
const editSteps: Steps = async (db, intent) => {
  const order = await getOrder(db, orderIdOf(intent))
  if (order.wallet_order_id === null) return submitAnew(db, intent, order)
  const offer = await presentTransaction(db, order)
  await markChanged(db, intent)
  if (offer.transaction_key !== order.transaction_key) {
    const refused = await swapTransaction(db, intent, order, order.wallet_order_id, offer)
    if (refused) return refused
    await changeOrder(db, order.id, { transaction_key: offer.transaction_key })
  }
  await retireEarlier(db, order)
  if (await isOvertaken(db, order, order.wallet_order_id, offer)) {
    return submitAnew(db, intent, order)
  }
  return { finish: (trx) => changeOffer(trx, offer.reference, { status: 'offered' }) }
}

export const editing: Procedure = {
  steps: editSteps,
  start: (trx, intent) => {
    const { version, part } = bodyOf(intent, EditBody)
    return changeOrder(trx, orderIdOf(intent), {
      version: version + 1,
      notice: null,
      ...(part ? columnsOfPart(part.to) : {}),
    })
  },
  undo: takeBack,
  drop: dropNextVersion,
}

/**
 * Asking again with the same key changes nothing more, so a lost answer is simply asked for again. After a refusal no
 * earlier delivery can put the new key on the order once that has ended; one that was quicker leaves an order that
 * nobody can pay, so the guest is asked anew (law 3).
 */
async function swapTransaction(
  db: Database,
  intent: Intent,
  order: BookedOrder,
  walletOrderId: number,
  offer: MadeOffer,
): Promise<Outcome | 'ask_person' | undefined> {
  try {
    await wallet().editOrder(walletOrderId, offer.transaction_key)
    return undefined
  } catch (error) {
    if (!isWalletError(error) || error.code !== 'refused') throw error
    if ((await keyOn(walletOrderId)) === offer.transaction_key) return undefined
    await retire(db, offer)
    const key = intent.was_unknown === 1 ? await keyOn(walletOrderId) : undefined
    if (key !== undefined && key !== order.transaction_key) return submitAnew(db, intent, order)
    await readPayment(db, order)
    return {
      finish: async (trx) => {
        await takeBack(trx, intent)
        if (isUnattended(intent)) await changeOrder(trx, order.id, { notice: 'change_dropped' })
      },
      problem:
        error.walletCode === 'invalid_state'
          ? problem('conflict', { detail: 'The guest was quicker, so the order was not changed.' })
          : refusedByWallet(error),
    }
  }
}

/**
 * Whether an earlier edit, of which no answer came, was applied after this one and before its key ended: the order then
 * carries a key that nobody can pay.
 */
async function isOvertaken(
  db: Database,
  { id }: BookedOrder,
  walletOrderId: number,
  { transaction_key: key }: MadeOffer,
): Promise<boolean> {
  const unanswered = await db
    .selectFrom('intents')
    .select('id')
    .where('order_id', '=', id)
    .where('act', '=', 'edit')
    .where('was_unknown', '=', 1)
    .where('created_at', '>', now() - LATE_MS)
    .executeTakeFirst()
  return unanswered !== undefined && ((await keyOn(walletOrderId)) ?? key) !== key
}

/**
 * The key that an order carries, which may be the new one although the wallet refused it, as after a request that arrived
 * twice. Undefined where the wallet does not show the order: not every merchant may read orders (wallet-api, 9.40).
 */
async function keyOn(walletOrderId: number): Promise<string | undefined> {
  try {
    return (await wallet().getOrder(walletOrderId)).transactionKey
  } catch (error) {
    if (!isWalletError(error) || error.code !== 'refused') throw error
    return undefined
  }
}

/** An order whose wallet id was never learnt cannot be edited there: end what it has, then ask anew. */
async function submitAnew(
  db: Database,
  intent: Intent,
  order: BookedOrder,
): Promise<Outcome | 'ask_person'> {
  await retireEarlier(db, order)
  await markChanged(db, intent)
  const offered = await putBeforeGuest(db, order, intent)
  if (offered.how === 'ask_person') return 'ask_person'
  if (offered.how === 'on_the_spot') return { finish: (trx) => keepOffered(trx, order.id, offered) }
  return {
    finish: (trx) => changeOrder(trx, order.id, closedAs('not_sent')),
    problem:
      offered.how === 'refused'
        ? refusedByWallet(offered.error)
        : problem('conflict', { detail: 'The guests left before the order could be changed.' }),
  }
}

async function retireEarlier(db: Database, order: BookedOrder): Promise<void> {
  for (const offer of await offersOf(db, order.id)) {
    if (offer.version < order.version) await retire(db, offer)
  }
}

/** The wallet did not take the edit, so what the guest sees is still the version before it. */
async function takeBack(trx: Transaction<Schema>, intent: Intent): Promise<void> {
  const { version, part } = bodyOf(intent, EditBody)
  await changeOrder(trx, orderIdOf(intent), {
    version,
    ...(part ? columnsOfPart(part.from) : {}),
  })
  await dropNextVersion(trx, intent)
}

async function dropNextVersion(trx: Transaction<Schema>, intent: Intent): Promise<void> {
  await dropVersion(trx, orderIdOf(intent), bodyOf(intent, EditBody).version + 1)
}

function lockedBecause({ status }: BookedOrder): string {
  if (status === 'reserved') return 'The guest is paying this order: decline the payment first.'
  if (status === 'sending') return 'This order has not certainly reached the guest yet.'
  return 'This order is settled already.'
}
