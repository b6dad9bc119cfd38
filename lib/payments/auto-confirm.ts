import 'server-only'
import type { Transaction } from 'kysely'
import * as z from 'zod/mini'
import { Verdict } from '#contract/order.ts'
import type { AutoConfirmRule } from '#contract/settings.ts'
import { spotboard } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { floorWatch } from '#lib/floor/watch.ts'
import { inTurnAtSpot } from '#lib/orders/intents/turn.ts'
import { mayActByItself } from '#lib/runtime/by-itself.ts'
import { after, now } from '#lib/runtime/clock.ts'
import { isShuttingDown } from '#lib/runtime/lifecycle.ts'
import { log } from '#lib/runtime/log.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import { isProblem } from '#lib/runtime/problem.ts'
import { readSettings } from '#lib/settings/settings.ts'
import { confirmPayment } from './confirm-payment.ts'
import { onHeld } from './held-news.ts'

/** What was changed so shortly before its payment was seen may have been changed because of something. */
const JUST_CHANGED_MS = 10_000
const LOOK_EVERY = { neededMs: 5000, promisedMs: 5000, goodMs: 5000, bestMs: 5000 }
/** After so many tries in vain a payment is left to people, who see it anyway. */
const MOST_TRIES = 5
const FIRST_PAUSE_MS = 4000

/** A held payment, as far as a rule looks at it. */
export interface HeldPayment {
  id: string
  spotId: number
  version: number
  locationId: number | null
  totalMinor: number
  isEqual: boolean
  judged: string | null
  /** It was taken in cash or by card as well, or something happened to it that people have to be told. */
  hasNews: boolean
  reservedAt: number
  /** When the version in force was written. */
  versionAt: number
}

/** The rule that confirms a payment instead of a person, or undefined where a person decides. */
export function ruleFor(
  payment: HeldPayment,
  rules: readonly AutoConfirmRule[],
): AutoConfirmRule | undefined {
  const { version, reservedAt, versionAt } = payment
  const isJustChanged = version > 1 && reservedAt - versionAt < JUST_CHANGED_MS
  if (!payment.isEqual || payment.hasNews || isJustChanged) return undefined
  return rules.find(
    ({ locationId, capMinor }) =>
      locationId === payment.locationId && payment.totalMinor <= capMinor,
  )
}

/** Confirms by the rules of the house as soon as a payment is found, and looks again for what did not get through. */
export function watchHeldPayments(): void {
  onHeld((spotId) => {
    // The act that found it goes on first, since an order at work takes no other act.
    after(0, () => void lookAfter(spotId))
  })
  floorWatch().add({
    name: 'auto-confirm',
    importance: 6,
    wishes: () => LOOK_EVERY,
    read: () => {
      // A reading that waited for people's calls would hold up the next one.
      void look()
      return Promise.resolve()
    },
  })
}

async function lookAfter(spotId: number): Promise<void> {
  await inTurnAtSpot(spotId, () => Promise.resolve())
  await look()
}

async function look(): Promise<void> {
  if (isShuttingDown() || !mayActByItself()) return
  try {
    const db = await database()
    const { autoConfirm } = await readSettings(db)
    if (autoConfirm.length === 0) return
    const payments = await heldPayments(db)
    forgetAllBut(payments)
    await Promise.all(payments.map((payment) => confirmIfRuled(payment, autoConfirm)))
  } catch (err) {
    log().error({ err }, 'held payments could not be looked at')
  }
}

async function confirmIfRuled(
  payment: HeldPayment,
  rules: readonly AutoConfirmRule[],
): Promise<void> {
  const rule = ruleFor(payment, rules)
  const tries = triesOf(payment)
  if (!rule || tries.isTrying || tries.count >= MOST_TRIES || tries.nextAt > now()) return
  tries.isTrying = true
  try {
    await confirmByRule(payment, rule)
  } catch (err) {
    tries.count += 1
    tries.nextAt = now() + FIRST_PAUSE_MS * 2 ** (tries.count - 1)
    const code = isProblem(err) ? err.code : undefined
    log().warn({ err, order: payment.id, code }, 'a payment could not be confirmed by its rule')
  } finally {
    tries.isTrying = false
  }
}

async function confirmByRule(payment: HeldPayment, rule: AutoConfirmRule): Promise<void> {
  await confirmPayment({
    orderId: payment.id,
    version: payment.version,
    judged: payment.judged ?? undefined,
    actor: { ...spotboard, name: `Auto-confirm, set by ${rule.setBy}` },
    may: (permission) => permission === 'confirm_payment',
    rule: {
      detail: { rule },
      applies: async (trx) => {
        const { autoConfirm } = await readSettings(trx)
        const [present] = await heldPayments(trx, payment.id)
        return present !== undefined && ruleFor(present, autoConfirm) !== undefined
      },
    },
  })
}

/** What is held and not at work. */
async function heldPayments(
  db: Database | Transaction<Schema>,
  orderId?: string,
): Promise<HeldPayment[]> {
  const rows = await db
    .selectFrom('orders')
    .innerJoin('order_versions', (join) =>
      join
        .onRef('order_versions.order_id', '=', 'orders.id')
        .onRef('order_versions.version', '=', 'orders.version'),
    )
    .innerJoin('spots', 'spots.id', 'orders.spot_id')
    .select([
      'orders.id',
      'orders.spot_id',
      'orders.version',
      'orders.verdict',
      'orders.judged',
      'orders.settled_with',
      'orders.notice',
      'orders.reserved_at',
      'order_versions.total_minor',
      'order_versions.created_at as version_at',
      'spots.location_id',
    ])
    .where('orders.status', '=', 'reserved')
    .$if(orderId !== undefined, (query) => query.where('orders.id', '=', orderId ?? ''))
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('intents')
            .select('intents.id')
            .whereRef('intents.order_id', '=', 'orders.id')
            .where('intents.state', 'in', ['running', 'queued']),
        ),
      ),
    )
    .execute()
  return rows.map((row) => ({
    id: row.id,
    spotId: row.spot_id,
    version: row.version,
    locationId: row.location_id,
    totalMinor: row.total_minor,
    isEqual: row.verdict !== null && z.parse(Verdict, JSON.parse(row.verdict)).equal,
    judged: row.judged,
    hasNews: row.settled_with !== null || row.notice !== null,
    reservedAt: row.reserved_at ?? 0,
    versionAt: row.version_at,
  }))
}

interface Tries {
  count: number
  nextAt: number
  isTrying: boolean
}

function allTries(): Map<string, Tries> {
  return oncePerProcess('auto-confirm', () => new Map<string, Tries>())
}

function triesOf({ id, judged }: HeldPayment): Tries {
  const name = `${id} ${judged}`
  const tries = allTries().get(name) ?? { count: 0, nextAt: 0, isTrying: false }
  allTries().set(name, tries)
  return tries
}

function forgetAllBut(payments: readonly HeldPayment[]): void {
  const held = new Set(payments.map(({ id, judged }) => `${id} ${judged}`))
  for (const [name, { isTrying }] of allTries()) {
    if (!isTrying && !held.has(name)) allTries().delete(name)
  }
}
