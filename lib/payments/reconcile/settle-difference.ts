import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { OrderDraft } from '#contract/order.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { DifferenceTable } from '#lib/database/counter-schema.ts'
import type { Schema } from '#lib/database/schema.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { bookOrder } from '#lib/orders/book/book-order.ts'
import { changeOrder } from '#lib/orders/book/order-book.ts'
import { inTurnAtSpot } from '#lib/orders/intents/turn.ts'
import { placeFor } from '#lib/orders/submit-at-counter.ts'
import { now } from '#lib/runtime/clock.ts'
import { problem } from '#lib/runtime/problem.ts'
import type { WalletTransaction } from '#lib/wallet/transaction-schemas.ts'
import { bookedOf, isAtWork } from './booked.ts'
import { compare, type Booked } from './compare.ts'
import { keepFinding, settle, tellFloor } from './differences.ts'
import { lookAt } from './look-at.ts'

/** Compares one transaction once more, now. */
export async function lookAgain(id: string, actor: Actor): Promise<void> {
  const db = await database()
  const { transaction_key: key, order_id: orderId } = await differenceOrNotFound(db, id)
  await db.transaction().execute((trx) =>
    recordAct(trx, {
      actor,
      act: 'books.look',
      subject: orderId === null ? `transaction ${key}` : `order ${orderId}`,
      outcome: 'asked',
    }),
  )
  await lookAt(db, key, 'person')
}

/** Lets a difference be, for a reason that stays with it. */
export async function explain(id: string, reason: string, actor: Actor): Promise<void> {
  const db = await database()
  await db.transaction().execute(async (trx) => {
    const difference = await openDifference(trx, id)
    await settle(trx, difference, { explainedBy: reason, actor })
  })
  await tellFloor(db)
}

/**
 * Records money as received that Paysera has confirmed and the book does not know of; first it is read once more. An
 * order that ended unpaid under this key is paid then. Where there is no such order, or it was paid in another way as
 * well, the money gets an order of its own at the counter, since what the book says already stays true.
 */
export async function adopt(id: string, actor: Actor): Promise<void> {
  const db = await database()
  const { transaction_key: key, kind } = await differenceOrNotFound(db, id)
  if (kind !== 'received_not_booked') {
    throw problem('conflict', { detail: 'Only money that Paysera has confirmed can be recorded.' })
  }
  const found = await lookAt(db, key, 'person')
  if (!found) throw problem('conflict', { detail: 'Spotboard is at work on this order.' })
  const known = await bookedOf(db, key)
  const placeId = isPaidByThis(known) ? null : await placeFor(`found ${key}`, 'Found at Paysera')
  await inTurnAtSpot(known?.spotId ?? placeId ?? 0, async () => {
    if (known && (await isAtWork(db, known.orderId))) {
      throw problem('conflict', { detail: 'Spotboard is at work on this order.' })
    }
    await db.transaction().execute(async (trx) => {
      const difference = await openDifference(trx, id)
      const orderId =
        known && placeId === null
          ? await payOrder(trx, known.orderId, found, actor)
          : await bookFound(trx, { found, spotId: placeId ?? 0, from: known?.orderId, actor })
      await settle(trx, difference, { adoptedAs: orderId, actor })
    })
    const booked = await bookedOf(db, key)
    await keepFinding(db, key, booked?.orderId ?? null, compare(booked, found))
  })
  const floor = await liveFloor()
  await floor.spotTouched(known?.spotId ?? placeId ?? 0)
}

function isPaidByThis(booked: Booked | undefined): boolean {
  return booked?.isPresent === true && booked.status === 'closed' && !booked.isPaidOtherwise
}

async function payOrder(
  trx: Transaction<Schema>,
  orderId: string,
  found: WalletTransaction,
  actor: Actor,
): Promise<string> {
  await changeOrder(trx, orderId, { ...received(found, actor), closed_as: null, notice: null })
  await trx
    .updateTable('order_transactions')
    .set({ status: found.status })
    .where('transaction_key', '=', found.key)
    .execute()
  return orderId
}

interface Found {
  found: WalletTransaction
  spotId: number
  from: string | undefined
  actor: Actor
}

async function bookFound(
  trx: Transaction<Schema>,
  { found, spotId, from, actor }: Found,
): Promise<string> {
  const [payment] = found.payments
  const { priceMinor: unitPriceMinor, currency, description } = payment ?? {}
  if (found.payments.length !== 1 || unitPriceMinor === undefined || currency === undefined) {
    throw problem('conflict', { detail: 'Paysera does not say what amount this is.' })
  }
  const orderId = randomUUID()
  const lines = [{ title: description ?? 'Payment', quantity: 1, unitPriceMinor }]
  const draft: OrderDraft = { lines, currency }
  await bookOrder(trx, { orderId, spotId, draft, actor, ...(from === undefined ? {} : { from }) })
  await changeOrder(trx, orderId, { ...received(found, actor), transaction_key: found.key })
  const isKnown = await trx
    .selectFrom('order_transactions')
    .select('reference')
    .where('transaction_key', '=', found.key)
    .executeTakeFirst()
  if (isKnown) return orderId
  await trx
    .insertInto('order_transactions')
    .values({
      reference: `${orderId}:1`,
      order_id: orderId,
      version: 1,
      transaction_key: found.key,
      amount_minor: unitPriceMinor,
      currency,
      status: found.status,
      created_at: now(),
      wallet_created_at: found.createdAtMs ?? null,
    })
    .execute()
  return orderId
}

function received({ payments: [payment, ...others] }: WalletTransaction, actor: Actor) {
  const isOne = others.length === 0
  return {
    status: 'confirmed',
    taken_minor: (isOne ? payment?.priceMinor : undefined) ?? null,
    decided_at: now(),
    decided_by: actor.name,
    verdict: null,
  }
}

async function differenceOrNotFound(
  db: Database | Transaction<Schema>,
  id: string,
): Promise<DifferenceTable> {
  const difference = await db
    .selectFrom('differences')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!difference) throw problem('not_found', { detail: 'There is no such difference.' })
  return difference
}

async function openDifference(trx: Transaction<Schema>, id: string): Promise<DifferenceTable> {
  const difference = await differenceOrNotFound(trx, id)
  if (difference.state === 'open') return difference
  throw problem('conflict', { detail: 'This difference is settled already.' })
}
