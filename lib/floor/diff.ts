import 'server-only'
import type { Floor, FloorPatch, Tile } from '#contract/floor.ts'

/** The patch that `applyFloorPatch` turns the first floor into the second with, or null when they are alike. */
export function diffFloors(before: Floor, after: Floor): FloorPatch | null {
  const earlier = new Map(before.tiles.map((tile) => [tile.key, tile]))
  const later = new Set(after.tiles.map((tile) => tile.key))
  const set = after.tiles.filter((tile) => !alike(earlier.get(tile.key), tile))
  const removed = before.tiles.map((tile) => tile.key).filter((key) => !later.has(key))
  const reordered = !sameOrder(keysAfterSetting(before, set, removed), after.tiles)
  if (
    set.length === 0 &&
    removed.length === 0 &&
    !reordered &&
    before.title === after.title &&
    before.asOf === after.asOf &&
    before.openAsOf === after.openAsOf &&
    alike(before.followed, after.followed) &&
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
    set,
    removed,
    ...(reordered ? { order: after.tiles.map((tile) => tile.key) } : {}),
  }
}

function keysAfterSetting(
  before: Floor,
  set: readonly Tile[],
  removed: readonly string[],
): string[] {
  const keys = new Set(before.tiles.map((tile) => tile.key))
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
