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
import { problem, type ProblemError } from '#lib/runtime/problem.ts'
import { isWalletError } from '#lib/wallet/errors.ts'
import { act } from './intents/carry-out.ts'
import { adoptPaid } from './end-offers.ts'
import { bodyOf, isUnattended, type Intent } from './intents/intents.ts'
import { isOvertaken, keyOn } from './key-on-order.ts'
import { lockedBecause } from './locked-because.ts'
import { requireReason } from './lowering.ts'
import { reduce, reductionsOf } from './reductions.ts'
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
  nothingToUndo,
  refusedByWallet,
  type Outcome,
  type Procedure,
  type Steps,
} from './intents/procedure.ts'
import { keepOffered, presentTransaction, putBeforeGuest } from './put-before-guest.ts'
import { refuseOtherCurrency } from './submit-order.ts'
import { closedAs } from './book/state.ts'
import { changeOffer, endedStatuses, offersOf, retire, type Offer } from './book/transactions.ts'
import { addNextVersion, dropVersion } from './book/versions.ts'
import { isOnOurScreen, type MadeOffer } from './way-to-guest.ts'

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
    const reductions = reductionsOf(order, edit)
    const { reason } = edit
    const visitId = order.visit_id
    await reduce(trx, { orderId, visitId, intentId, reductions, reason, actor, may })
    await addNextVersion(trx, order, edit, actor, reason)
    const detail = { from: order.total_minor, to: totalMinor, reason: reason ?? null }
    return { orderId, detail }
  })
  return describeOrder(db, orderId)
}

/**
 * New transaction, put it on the order, then revoke the old key: in this order the wallet's own refusal on a reserved
 * order protects the guest.
 */
const editSteps: Steps = async (db, intent) => {
  const order = await getOrder(db, orderIdOf(intent))
  if (order.wallet_order_id === null) {
    // No order of the wallet's refuses the change while the guest pays, so that is asked first.
    const adopt = await adoptPaid(db, order, { before: order.version })
    if (adopt) {
      await retireThose(db, order, ({ version }) => version === order.version)
      return stays(intent, order, quicker(), adopt)
    }
    return isOnOurScreen(order) ? swapCode(db, intent, order) : submitAnew(db, intent, order)
  }
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

/** The new code is made while the old one still stands, so that a wallet that makes none changes nothing. */
async function swapCode(db: Database, intent: Intent, order: BookedOrder): Promise<Outcome> {
  const offer = await presentTransaction(db, order)
  await markChanged(db, intent)
  await retireEarlier(db, order)
  const shown = { offer, walletOrderId: null, status: offer.status }
  return { finish: (trx) => keepOffered(trx, order.id, shown) }
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
    const isPaying = error.walletCode === 'invalid_state'
    return stays(intent, order, isPaying ? quicker() : refusedByWallet(error))
  }
}

const quicker = () =>
  problem('conflict', { detail: 'The guest was quicker, so the order was not changed.' })

/** The order is as it was before the edit, apart from what else has become true of it. */
function stays(
  intent: Intent,
  { id }: BookedOrder,
  why: ProblemError,
  alsoTrue: Outcome['finish'] = nothingToUndo,
): Outcome {
  const finish: Outcome['finish'] = async (trx) => {
    await takeBack(trx, intent)
    await alsoTrue(trx)
    if (isUnattended(intent)) await changeOrder(trx, id, { notice: 'change_dropped' })
  }
  return { finish, problem: why }
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
  if (offered.how === 'before_guest')
    return { finish: (trx) => keepOffered(trx, order.id, offered) }
  return {
    finish: (trx) => changeOrder(trx, order.id, closedAs('not_sent')),
    problem:
      offered.how === 'refused'
        ? refusedByWallet(offered.error)
        : problem('conflict', { detail: 'The guests left before the order could be changed.' }),
  }
}

function retireEarlier(db: Database, order: BookedOrder): Promise<void> {
  return retireThose(db, order, ({ version }) => version < order.version)
}

async function retireThose(
  db: Database,
  order: BookedOrder,
  isMeant: (offer: Offer) => boolean,
): Promise<void> {
  for (const offer of await offersOf(db, order.id)) {
    if (!isMeant(offer) || endedStatuses.includes(offer.status)) continue
    // A guest paid in that very instant and has the money back, which staff are told (law 3).
    if ((await retire(db, offer)) === 'revoked') {
      await changeOrder(db, order.id, { notice: 'paid_back' })
    }
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
