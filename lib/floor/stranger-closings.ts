import 'server-only'
import type { Transaction } from 'kysely'
import { DEFAULT_GRACE_S, type Settings } from '#contract/settings.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { readSettings } from '#lib/settings/settings.ts'
import type { HouseTables } from './house-tables.ts'
import type { BelievedSpot } from './merge.ts'
import { noMoney, type SpotMoney } from './spot-money.ts'

/** What the house does about a code of no register, and who has said so; null where nobody has. */
export interface StrangerGrace {
  /** Null where it is left to people. */
  graceSeconds: number | null
  setBy: string | null
}

/** A spot that may be at any of several locations is left to people, since one of them may want it so. */
export function graceAt({ strangers }: Pick<Settings, 'strangers'>, locationId: number | null) {
  if (locationId === null) return { graceSeconds: null, setBy: null } satisfies StrangerGrace
  const rule = strangers.find((one) => one.locationId === locationId)
  return {
    graceSeconds: rule ? rule.graceSeconds : DEFAULT_GRACE_S,
    setBy: rule?.setBy ?? null,
  } satisfies StrangerGrace
}

/**
 * Says of each of these spots that is a stranger's when it is closed by the house's rule (law 7). Time counts from when
 * Spotboard first saw that somebody waits there, so a restart makes nobody wait longer.
 */
export async function planStrangers(
  db: Database,
  house: HouseTables,
  spots: readonly BelievedSpot[],
  money: Map<number, SpotMoney>,
): Promise<void> {
  const strangers = spots.filter(
    (spot) =>
      spot.status === 'waiting' && house.isStranger(spot) && isUntouched(money.get(spot.id)),
  )
  if (strangers.length === 0) return
  const settings = await readSettings(db)
  const kept = await spotsKeptOpen(db, strangers)
  for (const spot of strangers) {
    const { graceSeconds } = graceAt(settings, house.locationOf(spot))
    if (graceSeconds === null || kept.has(spot.id)) continue
    const closesAt = spot.since + graceSeconds * 1000
    money.set(spot.id, { ...(money.get(spot.id) ?? noMoney), closesAt })
  }
}

/** Nobody was asked to pay there, and nothing is at work. */
function isUntouched(sum: SpotMoney = noMoney): boolean {
  const { unsettled, receivedMinor, closesAt } = sum
  return unsettled === 0 && receivedMinor === 0 && closesAt === undefined
}

/** Those of these spots whose present visit somebody wants left open. */
export async function spotsKeptOpen(
  db: Database | Transaction<Schema>,
  spots: readonly Pick<BelievedSpot, 'id'>[],
): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('spots')
    .innerJoin('visits', 'visits.id', 'spots.visit_id')
    .select('spots.id')
    .where('visits.stays_open', '=', 1)
    .where(
      'spots.id',
      'in',
      spots.map(({ id }) => id),
    )
    .execute()
  return new Set(rows.map(({ id }) => id))
}
