import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { HOUSE_CURRENCY, orderTotalMinor, sumMinor } from '#contract/money.ts'
import type { OrderDraft } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import { reductionsBetween, type Reduction } from '#contract/reduction.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { now } from '#lib/runtime/clock.ts'
import { problem } from '#lib/runtime/problem.ts'
import { readSettings } from '#lib/settings/settings.ts'
import type { BookedOrder } from './book/order-book.ts'

interface Reducing {
  orderId: string
  visitId: string
  /** The act that it is part of: what fails or is taken back reduces nothing. None for what is true at once. */
  intentId: string | null
  reductions: readonly Reduction[]
  reason: string | undefined
  actor: Actor
  may: (permission: Permission) => boolean
}

/**
 * Writes down what a guest is asked less, in the transaction of the act. Above the house's limit for one visit it takes
 * a manager (law 10): throws `manager_required`. Everything that was taken off that visit counts, whoever did it.
 */
export async function reduce(
  trx: Transaction<Schema>,
  { orderId, visitId, intentId, reductions, reason, actor, may }: Reducing,
): Promise<void> {
  if (reductions.length === 0) return
  await holdVisit(trx, visitId)
  if (!may('reduce_above_limit')) await refuseAboveLimit(trx, visitId, reductions)
  await trx
    .insertInto('reductions')
    .values(
      reductions.map(({ kind, amountMinor }) => ({
        id: randomUUID(),
        intent_id: intentId,
        order_id: orderId,
        visit_id: visitId,
        kind,
        amount_minor: amountMinor,
        reason: reason ?? null,
        made_by: actor.name,
        made_at: now(),
      })),
    )
    .execute()
}

/** Of an act that was done, but by which nobody was asked less after all. */
export async function takeBackReductions(
  trx: Transaction<Schema>,
  intentId: string,
): Promise<void> {
  await trx.deleteFrom('reductions').where('intent_id', '=', intentId).execute()
}

/** What a draft asks less than the order does in its present version. */
export function reductionsOf(
  order: Pick<BookedOrder, 'total_minor' | 'discount_minor'>,
  draft: OrderDraft,
): Reduction[] {
  return reductionsBetween(
    { totalMinor: order.total_minor, discountMinor: order.discount_minor },
    {
      totalMinor: orderTotalMinor(draft.lines, draft.discountMinor),
      discountMinor: draft.discountMinor ?? 0,
    },
  )
}

/** PostgreSQL runs transactions side by side, and each of two would count without the other. */
async function holdVisit(trx: Transaction<Schema>, visitId: string): Promise<void> {
  await trx
    .updateTable('visits')
    .set((is) => ({ started_at: is.ref('started_at') }))
    .where('id', '=', visitId)
    .execute()
}

async function refuseAboveLimit(
  trx: Transaction<Schema>,
  visitId: string,
  reductions: readonly Reduction[],
): Promise<void> {
  const { reductionLimitMinor: limitMinor } = await readSettings(trx)
  const reducedMinor = await reducedAt(trx, visitId)
  const wantedMinor = sumMinor(reductions.map(({ amountMinor }) => amountMinor))
  if (reducedMinor + wantedMinor <= limitMinor) return
  throw problem('manager_required', {
    detail: 'So much less for one visit needs a manager.',
    members: { limitMinor, reducedMinor, currency: HOUSE_CURRENCY },
  })
}

async function reducedAt(trx: Transaction<Schema>, visitId: string): Promise<number> {
  const rows = await countedReductions(trx)
    .select('reductions.amount_minor')
    .where('reductions.visit_id', '=', visitId)
    .execute()
  return sumMinor(rows.map((row) => row.amount_minor))
}

/** An act counts from when it is begun, so that several at once cannot each stay below the limit. */
const countedStates = ['running', 'queued', 'done', 'replaced']

/** Reductions that hold: none of an act that failed or was taken back. */
export function countedReductions(db: Database | Transaction<Schema>) {
  return db
    .selectFrom('reductions')
    .leftJoin('intents', 'intents.id', 'reductions.intent_id')
    .where((is) =>
      is.or([is('reductions.intent_id', 'is', null), is('intents.state', 'in', countedStates)]),
    )
}
