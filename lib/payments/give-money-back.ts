import 'server-only'
import type { Transaction } from 'kysely'
import type { MoneyBack } from '#contract/money-back.ts'
import { sumMinor } from '#contract/money.ts'
import type { Order } from '#contract/order.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Schema } from '#lib/database/schema.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { describeOrder } from '#lib/orders/book/order-book.ts'
import { conflictOver, orderOrNotFound } from '#lib/orders/book/present-order.ts'
import { now } from '#lib/runtime/clock.ts'
import { problem } from '#lib/runtime/problem.ts'

interface GivingBack {
  /** Minted by the device; the same one again records nothing more. */
  id: string
  orderId: string
  given: MoneyBack
  actor: Actor
}

/**
 * Records that money of a confirmed order was given back, never more in all than was confirmed. No money moves by it,
 * and the wallet is not asked.
 */
export async function giveMoneyBack({ id, orderId, given, actor }: GivingBack): Promise<Order> {
  const db = await database()
  await db.transaction().execute(async (trx) => {
    await holdOrder(trx, orderId)
    if (await isGivenAlready(trx, id, orderId, given)) return
    await refuseTooMuch(trx, orderId, given.amountMinor)
    const row = {
      id,
      order_id: orderId,
      amount_minor: given.amountMinor,
      how: given.how,
      reason: given.reason,
      given_by: actor.name,
      given_at: now(),
    }
    await trx.insertInto('money_back').values(row).execute()
    await recordAct(trx, {
      actor,
      act: 'order.money_back',
      subject: `order ${orderId}`,
      outcome: 'done',
      detail: { ...given },
    })
  })
  const order = await describeOrder(db, orderId)
  await (await liveFloor()).spotTouched(order.spotId)
  return order
}

async function isGivenAlready(
  trx: Transaction<Schema>,
  id: string,
  orderId: string,
  given: MoneyBack,
): Promise<boolean> {
  const earlier = await trx
    .selectFrom('money_back')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!earlier) return false
  const isSame =
    earlier.order_id === orderId &&
    earlier.amount_minor === given.amountMinor &&
    earlier.how === given.how &&
    earlier.reason === given.reason
  if (!isSame) throw problem('idempotency_key_reused')
  return true
}

async function refuseTooMuch(
  trx: Transaction<Schema>,
  orderId: string,
  amountMinor: number,
): Promise<void> {
  await orderOrNotFound(trx, orderId)
  const { confirmed, moneyBack = [] } = await describeOrder(trx, orderId)
  if (!confirmed) {
    throw await conflictOver(trx, orderId, 'Only money that was received can be given back.')
  }
  const before = sumMinor(moneyBack.map((one) => one.amountMinor))
  if (before + amountMinor > confirmed.amountMinor) {
    throw await conflictOver(trx, orderId, 'More cannot be given back than was received.')
  }
}

/** Keeps others from changing an order until the transaction ends; PostgreSQL runs transactions side by side. */
async function holdOrder(trx: Transaction<Schema>, orderId: string): Promise<void> {
  await trx
    .updateTable('orders')
    .set((is) => ({ version: is.ref('version') }))
    .where('id', '=', orderId)
    .execute()
}
