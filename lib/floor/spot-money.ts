import 'server-only'
import type { Departure } from '#contract/departure.ts'
import { sumMinor } from '#contract/money.ts'
import type { Database } from '#lib/database/open-database.ts'

export interface SpotMoney {
  unpaidMinor: number
  heldMinor: number
  heldSince: number | null
  heldCount: number
  receivedMinor: number
  askingSince: number | null
  unsettled: number
  closesAt?: number
}

export const noMoney: SpotMoney = {
  unpaidMinor: 0,
  heldMinor: 0,
  heldSince: null,
  heldCount: 0,
  receivedMinor: 0,
  askingSince: null,
  unsettled: 0,
}

/**
 * What the orders of spots amount to: everything unsettled, also of a visit that has ended (a guest may leave the app
 * with an order unpaid or reserved), and what the present visit has paid. What of it asks for a person and how much of
 * it is unsettled comes with it, so that the floor can count what the list of everything unsettled has to show.
 */
export async function moneyOfSpots(
  db: Database,
  spotIds: readonly number[],
): Promise<Map<number, SpotMoney>> {
  const rows =
    spotIds.length === 0
      ? []
      : await db
          .selectFrom('orders')
          .innerJoin('order_versions', (join) =>
            join
              .onRef('order_versions.order_id', '=', 'orders.id')
              .onRef('order_versions.version', '=', 'orders.version'),
          )
          .innerJoin('spots', 'spots.id', 'orders.spot_id')
          .select([
            'orders.spot_id',
            'orders.status',
            'orders.closed_as',
            'orders.settled_with',
            'orders.reserved_at',
            'orders.taken_minor',
            'order_versions.total_minor',
          ])
          .where('orders.spot_id', 'in', spotIds)
          .where((is) =>
            is.or([
              is('orders.status', 'in', ['sending', 'pending', 'reserved']),
              is('orders.visit_id', '=', is.ref('spots.visit_id')),
            ]),
          )
          .execute()

  const money = new Map<number, SpotMoney>()
  for (const row of rows) {
    const sum = { ...(money.get(row.spot_id) ?? noMoney) }
    const isAsked = row.status === 'sending' || row.status === 'pending'
    // What was taken in cash is on its way out of the app, and nobody has to pay it any more.
    if (isAsked || row.status === 'reserved') sum.unsettled += 1
    if (isAsked && row.settled_with === null) sum.unpaidMinor += row.total_minor
    else if (row.status === 'reserved') {
      sum.heldMinor += row.total_minor
      sum.heldCount += 1
      sum.heldSince = Math.min(sum.heldSince ?? Infinity, row.reserved_at ?? Infinity)
    } else if (isAsked || row.status === 'confirmed' || row.closed_as === 'settled') {
      sum.receivedMinor += row.taken_minor ?? row.total_minor
    }
    money.set(row.spot_id, sum)
  }
  for (const { spot_id: spotId, act, created_at: since, ...work } of await openActs(db, spotIds)) {
    const sum = { ...(money.get(spotId) ?? noMoney) }
    if (act !== 'close') sum.askingSince = Math.min(sum.askingSince ?? Infinity, since)
    else if (work.not_before !== null && work.step === 'begun') sum.closesAt = work.not_before
    else sum.unsettled += 1
    money.set(spotId, sum)
  }
  return money
}

/** With what a wallet has withdrawn when its guests checked out, which is as unpaid as before. */
export function owed(
  money: SpotMoney | undefined = noMoney,
  departed: readonly Departure[],
): SpotMoney {
  const withdrawn = departed.map(({ withdrawnMinor }) => withdrawnMinor)
  return { ...money, unpaidMinor: money.unpaidMinor + sumMinor(withdrawn) }
}

/** Spots that are being freed, now or when their time comes, and orders that ask whether they are still wanted. */
async function openActs(db: Database, spotIds: readonly number[]) {
  if (spotIds.length === 0) return []
  return db
    .selectFrom('intents')
    .select(['spot_id', 'act', 'created_at', 'step', 'not_before'])
    .where('state', '=', 'running')
    .where('spot_id', 'in', spotIds)
    .where((is) => is.or([is('act', '=', 'close'), is('step', '=', 'asking')]))
    .execute()
}
