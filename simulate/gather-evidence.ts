import { z } from 'zod'
import { firstBrokenRow } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { everything, render } from '#sandbox/core/fields.ts'
import { orderStatus } from '#sandbox/core/order-view.ts'
import { transactionView } from '#sandbox/core/transaction-view.ts'
import { all, type World } from '#sandbox/core/world.ts'
import type { BookEvidence, WalletEvidence } from './oracle/evidence.ts'

const ShownTransaction = z.looseObject({
  transaction_key: z.string(),
  status: z.string(),
  payments: z.array(
    z.looseObject({
      price: z.int(),
      currency: z.string(),
      parameters: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
})

/** What the wallet holds, as its control door would report it. */
export function walletEvidence(world: World): WalletEvidence {
  return {
    spots: all(world, 'spots').map(({ id, status, session }) => ({ id, status, session })),
    orders: all(world, 'orders').map((order) => ({
      id: order.id,
      spot_id: order.spotId,
      session: order.session,
      transaction_key: order.transactionKey,
      status: orderStatus(world, order),
    })),
    transactions: all(world, 'transactions').map((transaction) =>
      ShownTransaction.parse(render(transactionView(world, transaction), everything)),
    ),
  }
}

export async function bookEvidence(db: Database): Promise<BookEvidence> {
  return {
    orders: await db.selectFrom('orders').selectAll().execute(),
    versions: await db.selectFrom('order_versions').selectAll().execute(),
    transactions: await db.selectFrom('order_transactions').selectAll().execute(),
    intents: await db.selectFrom('intents').selectAll().execute(),
    differences: await db.selectFrom('differences').selectAll().execute(),
    firstBrokenRow: await firstBrokenRow(db),
  }
}
