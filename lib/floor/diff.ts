import 'server-only'
import type { Floor, FloorPatch, Tile } from '#contract/floor.ts'

/** The patch that `applyFloorPatch` turns the first floor into the second with, or null when they are alike. */
export function diffFloors(before: Floor, after: Floor): FloorPatch | null {
  const { set, removed, reordered } = diffTiles(before.tiles, after.tiles)
  if (
    set.length === 0 &&
    removed.length === 0 &&
    !reordered &&
    before.title === after.title &&
    before.asOf === after.asOf &&
    before.openAsOf === after.openAsOf &&
    alike(before.followed, after.followed) &&
    before.differences === after.differences &&
    before.restored === after.restored &&
    alike(before.burst, after.burst) &&
    alike(before.trouble, after.trouble)
  ) {
    return null
  }
  return {
    from: before.version,
    to: after.version,
    ...(before.title === after.title ? {} : { title: after.title }),
    asOf: after.asOf,
    trouble: after.trouble,
    ...(before.openAsOf === after.openAsOf ? {} : { openAsOf: after.openAsOf }),
    ...(alike(before.followed, after.followed) ? {} : { followed: after.followed }),
    ...(before.differences === after.differences ? {} : { differences: after.differences }),
    ...(before.restored === after.restored ? {} : { restored: after.restored ?? 'over' }),
    ...(alike(before.burst, after.burst) ? {} : { burst: after.burst }),
    set,
    removed,
    ...(reordered ? { order: keysOf(after.tiles) } : {}),
  }
}

function diffTiles(before: readonly Tile[], after: readonly Tile[]) {
  if (before === after) return { set: [], removed: [], reordered: false }
  if (sameOrder(keysOf(before), after)) {
    // Nearly always, and then each tile is beside its successor; what was not drawn anew is the same object.
    const set = after.filter((tile, index) => !alike(before[index], tile))
    return { set, removed: [], reordered: false }
  }
  const earlier = new Map(before.map((tile) => [tile.key, tile]))
  const later = new Set(keysOf(after))
  const set = after.filter((tile) => !alike(earlier.get(tile.key), tile))
  const removed = keysOf(before).filter((key) => !later.has(key))
  return { set, removed, reordered: !sameOrder(keysAfterSetting(before, set, removed), after) }
}

function keysOf(tiles: readonly Tile[]): string[] {
  return tiles.map((tile) => tile.key)
}

function keysAfterSetting(
  before: readonly Tile[],
  set: readonly Tile[],
  removed: readonly string[],
): string[] {
  const keys = new Set(keysOf(before))
  for (const key of removed) keys.delete(key)
  for (const tile of set) keys.add(tile.key)
  return [...keys]
}

function sameOrder(keys: readonly string[], tiles: readonly Tile[]): boolean {
  return keys.length === tiles.length && tiles.every((tile, index) => tile.key === keys[index])
}

/** Both sides are made by the same code in the same member order, so their JSON tells. */
function alike(before: unknown, after: unknown): boolean {
  return before === after || JSON.stringify(before) === JSON.stringify(after)
}
