import type { Tile } from '#contract/floor.ts'

interface Looker {
  isNear: boolean
  tell: () => void
}

const FAR_AT_ONCE = 50

/** What stands where, and who shows it: a change is told to those who show that tile, and to nobody else. */
const tiles = new Map<string, Tile>()
const lookers = new Map<string, Set<Looker>>()
let farToTell: Looker[] = []
let isTellingFar = false

/** Takes over the tiles of the newest floor; those that did not change are the same objects as before. */
export function keepTiles(now: readonly Tile[]): void {
  // Some are gone; those that stay are found to be the same by whoever shows them.
  if (now.length < tiles.size) tiles.clear()
  changeTiles(now)
}

/** Takes over some tiles, where no other one has changed. */
export function changeTiles(some: readonly Tile[]): void {
  for (const tile of some) {
    if (tiles.get(tile.key) === tile) continue
    tiles.set(tile.key, tile)
    for (const looker of lookers.get(tile.key) ?? []) {
      if (looker.isNear) looker.tell()
      else farToTell.push(looker)
    }
  }
  if (isTellingFar || farToTell.length === 0) return
  isTellingFar = true
  setTimeout(tellSome)
}

/** In steps, so that a finger never waits for what nobody sees. */
function tellSome(): void {
  for (const { tell } of farToTell.splice(0, FAR_AT_ONCE)) tell()
  isTellingFar = farToTell.length > 0
  if (isTellingFar) setTimeout(tellSome)
}

/** Has somebody told of one tile until the answer is called. */
export function look(key: string, looker: Looker): () => void {
  const all = lookers.get(key) ?? new Set()
  lookers.set(key, all.add(looker))
  return () => {
    all.delete(looker)
  }
}

export function tileOf(key: string): Tile | undefined {
  return tiles.get(key)
}
