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
  /** When the belief was last confirmed or changed; older readings know less. */
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
  /** Spots that were expected in the list and are not: ask for each by id before believing anything (law 6). */
  ask: number[]
}

/**
 * Folds one reading of the wallet into what is believed. A reading that began before a spot was last heard of says
 * nothing about that spot: lists are read page by page while people act.
 */
export function merge(spots: ReadonlyMap<number, BelievedSpot>, reading: Reading): Merged {
  const next = new Map(spots)
  const changed: BelievedSpot[] = []

  const believe = (seen: WalletSpot, status: string) => {
    const before = spots.get(seen.id)
    if (before && before.knownAt > reading.startedAt) return
    const after: BelievedSpot = {
      id: seen.id,
      locationId: seen.placeInfo?.locationId ?? before?.locationId ?? null,
      identifier: seen.identifier ?? before?.identifier ?? null,
      title: seen.placeInfo?.title ?? before?.title ?? null,
      status,
      since: before && before.status === status ? before.since : reading.at,
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
  if (reading.kind !== 'list') return { spots: next, changed, ask: [] }

  for (const spot of reading.spots) believe(spot, spot.status)
  const listed = new Set(reading.spots.map((spot) => spot.id))
  const ask = [...spots.values()]
    .filter((spot) => spot.status === reading.status && !listed.has(spot.id))
    .filter((spot) => spot.knownAt <= reading.startedAt)
    .map((spot) => spot.id)
  return { spots: next, changed, ask }
}

function tells(before: BelievedSpot, after: BelievedSpot): boolean {
  return (
    before.status !== after.status ||
    before.identifier !== after.identifier ||
    before.locationId !== after.locationId ||
    before.title !== after.title
  )
}
