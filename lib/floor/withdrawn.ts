import 'server-only'
import type { ExpressionBuilder } from 'kysely'
import { ANSWER_WITHIN_MS } from '#contract/departure.ts'
import type { Schema } from '#lib/database/schema.ts'

/** A payment may be read before the spot is that its guests have just left. */
const READ_EARLIER_MS = ANSWER_WITHIN_MS

/**
 * Orders that the wallet itself has ended because their guests checked out, as some wallets do: nobody has paid them, and
 * nobody is asked for them any more. Where Spotboard has freed the spot, people knew what that ends.
 */
export function isWithdrawnAtDeparture(is: ExpressionBuilder<Schema, 'orders'>) {
  return is.and([
    is('orders.status', '=', 'closed'),
    is('orders.closed_as', '=', 'ended_by_wallet'),
    is.exists(
      is
        .selectFrom('visits as departed')
        .select('departed.id')
        .whereRef('departed.id', '=', 'orders.visit_id')
        .where('departed.ended_at', 'is not', null)
        .where((of) => of('orders.closed_at', '>=', of('departed.ended_at', '-', READ_EARLIER_MS)))
        .where((of) =>
          of.not(
            of.exists(
              of
                .selectFrom('intents as freeing')
                .select('freeing.id')
                .whereRef('freeing.spot_id', '=', 'departed.spot_id')
                .where('freeing.act', '=', 'close')
                .where('freeing.state', 'in', ['running', 'done'])
                .whereRef('freeing.created_at', '>=', 'departed.started_at')
                .whereRef('freeing.created_at', '<=', 'departed.ended_at'),
            ),
          ),
        ),
    ),
  ])
}
