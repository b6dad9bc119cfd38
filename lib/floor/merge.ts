import 'server-only'
import type { WalletSpot } from '#lib/wallet/spot-schemas.ts'

/** What is believed about a spot, and since when. Times are milliseconds since 1970. */
export interface BelievedSpot {
  id: number
  locationId: number | null
  identifier: string | null
  title: string | null
  status: string
  /** When the present status was first seen (law 6). */
  since: number
  /** When the reading that last confirmed or changed the belief began and ended; older readings know less. */
  knownFrom: number
  knownAt: number
}

export type Reading =
  /** A complete list of the spots of one status; null where it is only some spots of any status. */
  | {
      kind: 'list'
      status: string | null
      spots: readonly WalletSpot[]
      startedAt: number
      at: number
    }
  /** One spot, asked by its id or answered by an act. */
  | { kind: 'spot'; spot: WalletSpot; startedAt: number; at: number }
  /** The wallet knows no spot of this id any more. */
  | { kind: 'gone'; spotId: number; startedAt: number; at: number }

export interface Merged {
  spots: ReadonlyMap<number, BelievedSpot>
  changed: BelievedSpot[]
  /** Spots that this reading leaves in doubt: ask for each by id before believing anything (law 6). */
  ask: number[]
}

const listedWords = ['waiting', 'open', 'closed']

/**
 * Folds one reading of the wallet into what is believed. Lists are read page by page while people act, so a reading may
 * have begun before a spot was last heard of. If it also ended before, it knows less; if the two overlap and differ,
 * nobody can tell which is newer, and the spot has to be asked for.
 */
export function merge(spots: ReadonlyMap<number, BelievedSpot>, reading: Reading): Merged {
  const next = new Map(spots)
  const changed: BelievedSpot[] = []
  const ask: number[] = []

  const believe = (seen: WalletSpot, status: string) => {
    const before = spots.get(seen.id)
    if (before && before.knownAt > reading.startedAt) {
      if (before.knownFrom < reading.at && before.status !== status) ask.push(seen.id)
      return
    }
    const after: BelievedSpot = {
      id: seen.id,
      locationId: seen.placeInfo?.locationId ?? before?.locationId ?? null,
      identifier: seen.identifier ?? before?.identifier ?? null,
      title: seen.placeInfo?.title ?? before?.title ?? null,
      status,
      since: before && before.status === status ? before.since : reading.at,
      knownFrom: reading.startedAt,
      knownAt: reading.at,
    }
    next.set(seen.id, after)
    if (!before || tells(before, after)) changed.push(after)
  }

  if (reading.kind === 'spot') believe(reading.spot, reading.spot.status)
  if (reading.kind === 'gone') {
    const before = spots.get(reading.spotId)
    if (before) believe({ id: before.id, status: 'closed' }, 'closed')
  }
  if (reading.kind === 'list') {
    const listed = new Map(reading.spots.map((spot) => [spot.id, spot]))
    for (const spot of listed.values()) believe(spot, spot.status)
    for (const spot of spots.values()) {
      if (listed.has(spot.id) || spot.knownAt > reading.startedAt) continue
      if (isExpected(spot.status, reading.status)) ask.push(spot.id)
    }
  }
  return { spots: next, changed, ask }
}

/** No list shows a status that nobody knows (law 11), so such a spot is asked for whenever the open ones are read. */
function isExpected(status: string, listOf: string | null): boolean {
  return status === listOf || (listOf === 'open' && !listedWords.includes(status))
}

/** The spots that still have to be asked for after a reading: what it speaks of is no longer in doubt, unless it says so. */
export function stillInDoubt(
  inDoubt: ReadonlySet<number>,
  reading: Reading,
  { ask }: Merged,
): ReadonlySet<number> {
  const still = new Set(inDoubt)
  if (reading.kind === 'list') for (const { id } of reading.spots) still.delete(id)
  else still.delete(reading.kind === 'spot' ? reading.spot.id : reading.spotId)
  for (const spotId of ask) still.add(spotId)
  return still
}

function tells(before: BelievedSpot, after: BelievedSpot): boolean {
  return (
    before.status !== after.status ||
    before.identifier !== after.identifier ||
    before.locationId !== after.locationId ||
    before.title !== after.title
  )
}
