import type { Tile } from '#contract/floor.ts'

interface Looker {
  isNear: boolean
  tell: () => void
}

const FAR_AT_ONCE = 50
/** Whatever has waited for the frame too comes first. */
const BREATH_MS = 16

/** What stands where, and who shows it: a change is told to those who show that tile, and to nobody else. */
const tiles = new Map<string, Tile>()
const lookers = new Map<string, Set<Looker>>()
const farToTell = new Set<Looker>()
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
      else farToTell.add(looker)
    }
  }
  if (!isTellingFar) tellFarLater()
}

/** In steps, each after a frame, so that neither what is seen nor a finger waits for what nobody sees. */
function tellFarLater(): void {
  isTellingFar = farToTell.size > 0
  if (isTellingFar) requestAnimationFrame(() => setTimeout(tellSome, BREATH_MS))
}

function tellSome(): void {
  for (const looker of [...farToTell].slice(0, FAR_AT_ONCE)) {
    farToTell.delete(looker)
    looker.tell()
  }
  tellFarLater()
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
