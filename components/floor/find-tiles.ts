import type { Tile } from '#contract/floor.ts'

/** Letter case, accents and spaces do not matter to somebody who types with one thumb. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}|\s/gu, '')
    .toLowerCase()
}

function numberAtEnd(text: string): string | undefined {
  return /0*(\d+)$/.exec(text)?.[1]
}

export function isFound(tile: Pick<Tile, 'name'>, typed: string): boolean {
  return typed === '' || plain(tile.name).includes(plain(typed))
}

/** The table that somebody means who types this and presses Enter: "7" is T7 rather than T17. */
export function bestMatch(tiles: readonly Tile[], typed: string): Tile | undefined {
  const wanted = plain(typed)
  if (wanted === '') return undefined
  return (
    tiles.find((tile) => plain(tile.name) === wanted) ??
    tiles.find((tile) => numberAtEnd(plain(tile.name)) === wanted.replace(/^0+(?=\d)/, '')) ??
    tiles.find((tile) => plain(tile.name).startsWith(wanted)) ??
    tiles.find((tile) => plain(tile.name).includes(wanted))
  )
}
