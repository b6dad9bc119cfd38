import type * as z from 'zod/mini'
import type * as schema from './floor-schema.ts'

// The schemas stand apart: the floor's first load takes the functions below and has no room for zod.
export type Going = z.infer<typeof schema.Going>
export type Tile = z.infer<typeof schema.Tile>
export type Floor = z.infer<typeof schema.Floor>
export type FloorPatch = z.infer<typeof schema.FloorPatch>

/**
 * Why the floor may be old. `wallet_refuses` needs a manager: credentials or rights are wrong. `storage` needs whoever
 * looks after the machine: Spotboard's own database is full, broken or away.
 */
export const troubles = [
  'wallet_unreachable',
  'wallet_refuses',
  'wallet_busy',
  'wallet_garbled',
  'storage',
] as const

/** Whether the wallet was read again since the database was restored from a backup. */
export const restoredStates = ['unread', 'read'] as const

/** Folds a patch into the floor that it was made from. Tiles that the patch does not name keep their identity. */
export function applyFloorPatch(floor: Floor, patch: FloorPatch): Floor {
  const tiles = tilesAfter(floor.tiles, patch)
  return {
    ...floor,
    version: patch.to,
    title: patch.title ?? floor.title,
    asOf: patch.asOf,
    trouble: patch.trouble,
    openAsOf: patch.openAsOf === undefined ? floor.openAsOf : patch.openAsOf,
    followed: patch.followed === undefined ? floor.followed : patch.followed,
    ...(patch.differences === undefined ? {} : { differences: patch.differences }),
    ...(patch.restored === undefined
      ? {}
      : { restored: patch.restored === 'over' ? undefined : patch.restored }),
    ...(patch.burst === undefined ? {} : { burst: patch.burst }),
    tiles,
  }
}

/** Where the tile of each key stands in a list; lists that differ in nothing but tiles share it. */
const positions = new WeakMap<Tile[], Map<string, number>>()

function positionsIn(tiles: Tile[]): Map<string, number> {
  const known = positions.get(tiles) ?? new Map(tiles.map(({ key }, index) => [key, index]))
  positions.set(tiles, known)
  return known
}

function tilesAfter(before: Tile[], patch: FloorPatch): Tile[] {
  const { set, removed, order } = patch
  if (set.length === 0 && removed.length === 0 && !order) return before
  const places = positionsIn(before)
  if (removed.length > 0 || order || set.some(({ key }) => !places.has(key))) {
    return tilesPlacedAnew(before, patch)
  }
  // Most patches change a tile or two of a thousand, which shall not cost a walk through all.
  const tiles = [...before]
  for (const tile of set) tiles[places.get(tile.key) ?? tiles.length] = tile
  positions.set(tiles, places)
  return tiles
}

function tilesPlacedAnew(before: Tile[], { set, removed, order }: FloorPatch): Tile[] {
  const fresh = new Map(set.map((tile) => [tile.key, tile]))
  const gone = new Set(removed)
  const staying = gone.size === 0 ? before : before.filter((tile) => !gone.has(tile.key))
  const tiles = staying.map((tile) => {
    const now = fresh.get(tile.key)
    if (now) fresh.delete(tile.key)
    return now ?? tile
  })
  tiles.push(...fresh.values())
  if (!order) return tiles
  const byKey = new Map(tiles.map((tile) => [tile.key, tile]))
  return order.flatMap((key) => byKey.get(key) ?? [])
}

/**
 * What a tile says in one word; `left` is of guests who left with something unpaid, `gone` that nobody answered for them
 * or that they are gone; `tab` that nobody has checked in where something is kept, `resting` that it is out of service.
 * `asking` asks whether an order is still wanted, `stranger` is of a code in no register that nobody was asked to pay at,
 * `unknown` shows the wallet's own word.
 */
export const tileStates = [
  'waiting',
  'held',
  'gone',
  'left',
  'asking',
  'open',
  'received',
  'tab',
  'resting',
  'free',
  'stranger',
  'unknown',
] as const
export type TileState = (typeof tileStates)[number]

/** Held money comes before everything else, since a guest's money must not be left hanging (law 4). */
export function tileState(tile: Tile): TileState {
  if (tile.heldMinor > 0) return 'held'
  const status = tile.spot?.status ?? 'closed'
  if (tile.askingSince !== null && status !== 'closed') return 'asking'
  // Whoever waits now is not hidden by whoever was here before (law 6).
  if (status === 'waiting') return tile.isStranger ? 'stranger' : 'waiting'
  if (tile.left?.isAlarm) return 'gone'
  switch (status) {
    case 'open':
      return tile.unpaidMinor === 0 && tile.receivedMinor > 0 ? 'received' : 'open'
    case 'closed':
      return tile.unpaidMinor > 0 ? 'left' : stateOfNobody(tile)
    default:
      return 'unknown'
  }
}

/** A table where nobody has checked in: people may sit there all the same, and order by mouth. */
function stateOfNobody({ tabMinor, isResting }: Tile): TileState {
  if (tabMinor !== undefined) return 'tab'
  return isResting ? 'resting' : 'free'
}

export function needsPerson(state: TileState): boolean {
  return state === 'waiting' || state === 'held' || state === 'gone' || state === 'asking'
}

/** Since when nobody can have changed unseen what a tile shows: lists of the wallet confirm all that they do not name. */
export function tileAsOf(tile: Tile, { asOf, openAsOf }: Pick<Floor, 'asOf' | 'openAsOf'>) {
  const readings: Record<string, number | null> = { waiting: asOf, closed: asOf, open: openAsOf }
  const listed = readings[tile.spot?.status ?? 'closed'] ?? null
  return listed === null || tile.asOf === null ? (listed ?? tile.asOf) : Math.max(listed, tile.asOf)
}
