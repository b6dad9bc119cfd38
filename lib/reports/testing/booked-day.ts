import 'server-only'
import type { Database } from '#lib/database/open-database.ts'
import type { OrderTable } from '#lib/database/order-tables.ts'

/** An order as it is in the book, apart from what every test of reports has alike. */
export type Given = Partial<OrderTable> & { id: string; askedAt: number; totalMinor: number }

export async function bookSpot(db: Database, id: number, identifier: string): Promise<void> {
  await db
    .insertInto('spots')
    .values({
      id,
      location_id: id < 100 ? 3 : 4,
      identifier,
      title: id < 100 ? 'Cool caffe' : 'Terrace',
      status: 'closed',
      since: 1,
      visit_id: null,
    })
    .execute()
  await db
    .insertInto('visits')
    .values({ id: `visit ${id}`, spot_id: id, started_at: 1, ended_at: 2, first_order_at: null })
    .execute()
}

export async function book(db: Database, { askedAt, totalMinor, ...given }: Given): Promise<void> {
  const spotId = given.spot_id ?? 1
  await db
    .insertInto('orders')
    .values({
      spot_id: spotId,
      visit_id: `visit ${spotId}`,
      version: 1,
      status: 'pending',
      closed_as: null,
      settled_with: null,
      wallet_order_id: null,
      transaction_key: `key of ${given.id}`,
      verdict: null,
      created_by: 'Ona',
      created_at: askedAt,
      reserved_at: null,
      confirmed_at: null,
      notice: null,
      part_number: null,
      part_count: null,
      part_within: null,
      from_order: null,
      closed_at: null,
      settled_at: null,
      settled_by: null,
      judged: null,
      held_minor: null,
      held_currency: null,
      held_until: null,
      taken_minor: null,
      decided_at: null,
      decided_by: null,
      ...given,
    })
    .execute()
  await db
    .insertInto('order_versions')
    .values({
      order_id: given.id,
      version: 1,
      lines: JSON.stringify([{ title: 'Latte', quantity: 1, unitPriceMinor: totalMinor }]),
      note: null,
      discount_minor: 0,
      total_minor: totalMinor,
      currency: 'EUR',
      created_by: 'Ona',
      created_at: askedAt,
      reason: null,
    })
    .execute()
}

export function confirmed(id: string, askedAt: number, at: number, totalMinor: number): Given {
  return {
    id,
    askedAt,
    totalMinor,
    status: 'confirmed',
    reserved_at: at - 20_000,
    confirmed_at: at,
    taken_minor: totalMinor,
    held_currency: 'EUR',
    decided_by: 'Rasa',
  }
}

export function settled(id: string, at: number, totalMinor: number, by: string): Given {
  return {
    id,
    askedAt: at,
    totalMinor,
    status: 'closed',
    closed_as: 'settled',
    closed_at: at,
    settled_with: 'cash',
    settled_at: at,
    settled_by: by,
  }
}

export async function giveBack(
  db: Database,
  orderId: string,
  at: number,
  amountMinor: number,
): Promise<void> {
  await db
    .insertInto('money_back')
    .values({
      id: `back ${orderId} ${at}`,
      order_id: orderId,
      amount_minor: amountMinor,
      how: 'cash',
      reason: 'Cold soup',
      given_by: 'Rasa',
      given_at: at,
    })
    .execute()
}
