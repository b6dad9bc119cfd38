import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import * as z from 'zod/mini'
import { Difference, Side } from '#contract/difference.ts'
import { recordAct, spotboard, type Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { DifferenceTable } from '#lib/database/counter-schema.ts'
import type { Schema } from '#lib/database/schema.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { spotNames } from '#lib/floor/spot-names.ts'
import { now } from '#lib/runtime/clock.ts'
import type { FoundDifference } from './compare.ts'

const SHOWN_AFTERWARDS_MS = 7 * 86_400_000

/**
 * Keeps what a fresh comparison of one transaction has found; null where both sides agree now. Found again, a difference
 * only grows older; what was explained stays so until the figures are other ones.
 */
export async function keepFinding(
  db: Database,
  key: string,
  orderId: string | null,
  finding: FoundDifference | null,
): Promise<void> {
  const known = await db
    .selectFrom('differences')
    .selectAll()
    .where('transaction_key', '=', key)
    .execute()
  const same = known.find(({ kind }) => kind === finding?.kind)
  const passed = known.filter((one) => one !== same && one.state === 'open')
  await db.transaction().execute(async (trx) => {
    for (const one of passed) await change(trx, one, { state: 'gone' }, 'books.agree')
    if (!finding) return
    const figures = {
      booked: JSON.stringify(finding.booked),
      found: JSON.stringify(finding.found),
      order_id: orderId,
      last_seen_at: now(),
    }
    if (!same) await add(trx, key, finding, figures)
    else if (isSettled(same, figures)) await touch(trx, same)
    else await change(trx, same, { ...figures, state: 'open' }, 'books.differ')
  })
  await tellFloor(db)
}

/** How many are open stands on the floor, so that every screen says so. */
export async function tellFloor(db: Database): Promise<void> {
  const { count } = await db
    .selectFrom('differences')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  const floor = await liveFloor()
  if ((floor.hub.current().differences ?? 0) !== count) floor.say({ differences: count })
}

/** What a manager makes of one. */
export async function settle(
  trx: Transaction<Schema>,
  difference: DifferenceTable,
  how: { actor: Actor } & ({ explainedBy: string } | { adoptedAs: string }),
): Promise<void> {
  const { actor } = how
  const by = { settled_by: actor.name, settled_at: now() }
  if ('adoptedAs' in how) {
    const adopted = { ...by, state: 'adopted', order_id: how.adoptedAs }
    await change(trx, difference, adopted, 'books.adopt', actor)
  } else {
    const explained = { ...by, state: 'explained', reason: how.explainedBy }
    await change(trx, difference, explained, 'books.explain', actor)
  }
}

export async function listDifferences(): Promise<{ differences: Difference[] }> {
  const db = await database()
  const rows = await db
    .selectFrom('differences')
    .leftJoin('orders', 'orders.id', 'differences.order_id')
    .leftJoin('spots', 'spots.id', 'orders.spot_id')
    .selectAll('differences')
    .select(['spots.id as spot_id', 'spots.identifier', 'spots.location_id'])
    .where((is) =>
      is.or([
        is('differences.state', '=', 'open'),
        is('differences.last_seen_at', '>', now() - SHOWN_AFTERWARDS_MS),
      ]),
    )
    .orderBy('differences.first_seen_at')
    .execute()
  const nameOf = await spotNames(db)
  const differences = rows.map((row) => {
    const { spot_id: id, identifier, location_id: locationId } = row
    return describe(row, id === null ? null : { id, name: nameOf({ id, identifier, locationId }) })
  })
  return {
    differences: [...differences.filter(isOpen), ...differences.filter((one) => !isOpen(one))],
  }
}

function isOpen({ state }: Difference): boolean {
  return state === 'open'
}

function describe(row: DifferenceTable, spot: { id: number; name: string } | null): Difference {
  return z.parse(Difference, {
    id: row.id,
    kind: row.kind,
    transactionKey: row.transaction_key,
    orderId: row.order_id,
    spotId: spot?.id ?? null,
    spotName: spot?.name ?? null,
    booked: z.parse(Side, JSON.parse(row.booked)),
    found: z.parse(Side, JSON.parse(row.found)),
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    state: row.state,
    reason: row.reason,
    settledBy: row.settled_by,
  })
}

type Figures = Pick<DifferenceTable, 'booked' | 'found' | 'order_id' | 'last_seen_at'>

/** Whether nothing is new about it: it is open already, or somebody has explained just these figures. */
function isSettled(known: DifferenceTable, { booked, found }: Figures): boolean {
  const isSame = known.booked === booked && known.found === found
  return isSame && (known.state === 'open' || known.state === 'explained')
}

async function touch(trx: Transaction<Schema>, { id }: DifferenceTable): Promise<void> {
  await trx.updateTable('differences').set({ last_seen_at: now() }).where('id', '=', id).execute()
}

async function add(
  trx: Transaction<Schema>,
  key: string,
  { kind }: FoundDifference,
  figures: Figures,
): Promise<void> {
  const row: DifferenceTable = {
    id: randomUUID(),
    kind,
    transaction_key: key,
    ...figures,
    first_seen_at: now(),
    state: 'open',
    reason: null,
    settled_by: null,
    settled_at: null,
  }
  await trx.insertInto('differences').values(row).execute()
  await record(trx, row, 'books.differ', spotboard)
}

async function change(
  trx: Transaction<Schema>,
  difference: DifferenceTable,
  changed: Partial<DifferenceTable>,
  act: string,
  actor: Actor = spotboard,
): Promise<void> {
  await trx.updateTable('differences').set(changed).where('id', '=', difference.id).execute()
  await record(trx, { ...difference, ...changed }, act, actor)
}

async function record(
  trx: Transaction<Schema>,
  { kind, transaction_key: key, order_id: orderId, booked, found, reason }: DifferenceTable,
  act: string,
  actor: Actor,
): Promise<void> {
  await recordAct(trx, {
    actor,
    act,
    subject: orderId === null ? `transaction ${key}` : `order ${orderId}`,
    outcome: 'done',
    detail: { kind, booked: JSON.parse(booked), found: JSON.parse(found), reason },
  })
}
