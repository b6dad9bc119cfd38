import 'server-only'
import { matchKey, Register } from '#contract/identifier.ts'
import {
  LONGEST_IDENTIFIER,
  MOST_AT_ONCE,
  type Table,
  type Unregistered,
  type UnregisteredSpot,
} from '#contract/table.ts'
import { UNSEEN, visibleText } from '#contract/text.ts'
import type { Database } from '#lib/database/open-database.ts'
import { formerOwners } from './former-owners.ts'
import { tablesInOrder } from './read-tables.ts'

const naturally = new Intl.Collator('en', { numeric: true })

interface SpotRow {
  id: number
  location_id: number | null
  identifier: string | null
  status: string
}

/**
 * The spots that the wallet has shown and whose codes are no table's now. Of a flood the first ones that were ever
 * seen, which the wallet counts upwards: whoever fabricates codes comes after the house's own.
 */
export async function listUnregistered(db: Database): Promise<Unregistered> {
  const tables = await tablesInOrder(db)
  const inUse = new Register(tables.filter(({ state }) => state !== 'retired'))
  const spots = await db
    .selectFrom('spots')
    .select(['id', 'location_id', 'identifier', 'status'])
    .where('id', '>', 0)
    .orderBy('id')
    .execute()
  const unknown = spots.filter(
    ({ location_id: locationId, identifier }) => !inUse.tableOf({ locationId, identifier }),
  )
  const formerOwner = await formerOwners(db, tables)
  const seen = new Set<string>()
  const shown = unknown.slice(0, MOST_AT_ONCE).map((spot): UnregisteredSpot => {
    const { id: spotId, location_id: locationId, identifier } = spot
    const code = keyOf(spot)
    const isTwice = seen.has(code)
    seen.add(code)
    const former =
      locationId === null || identifier === null
        ? undefined
        : formerOwner({ locationId, identifier })
    const obstacle =
      obstacleOf(spot) ?? (former && obstacleIn(former, code)) ?? (isTwice ? 'twice' : undefined)
    return {
      spotId,
      locationId,
      identifier: obstacle ? null : (identifier?.trim() ?? null),
      shown: identifier === null ? `#${spotId}` : visibleText(identifier.trim()),
      isOpen: spot.status !== 'closed',
      ...(obstacle && { obstacle }),
      ...(obstacle && former && { of: visibleText(former.name) }),
    }
  })
  return {
    spots: shown.toSorted(
      (one, other) =>
        (one.locationId ?? 0) - (other.locationId ?? 0) ||
        naturally.compare(one.shown, other.shown) ||
        one.spotId - other.spotId,
    ),
    more: unknown.length - shown.length,
  }
}

function obstacleOf({ location_id: locationId, identifier }: SpotRow) {
  const typed = identifier?.trim() ?? ''
  if (typed === '') return 'no_identifier'
  if (UNSEEN.test(typed)) return 'unseen_characters'
  if (typed.length > LONGEST_IDENTIFIER) return 'too_long'
  return locationId === null ? 'no_location' : undefined
}

/** A table that has this very code and is in the way of it can only be retired. */
function obstacleIn({ locationId, identifier }: Table, code: string): 'retired' | 'former' {
  return keyOf({ location_id: locationId, identifier }) === code ? 'retired' : 'former'
}

function keyOf({
  location_id: locationId,
  identifier,
}: Pick<SpotRow, 'location_id' | 'identifier'>): string {
  return `${locationId}:${matchKey(identifier ?? '')}`
}
