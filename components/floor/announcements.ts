import { needsPerson, tileState } from '#contract/floor.ts'
import type { Tile } from '#contract/floor.ts'
import { newsWords } from '#components/floor/tile-words.ts'
import { text } from '#components/text/board.ts'

const MAX_NAMED = 3

/** What somebody who does not see the screen has to hear about a change: who needs a person now and did not before. */
export function announcement(before: readonly Tile[], after: readonly Tile[]): string {
  const earlier = new Map(before.map((tile) => [tile.key, tile]))
  const newly = after.filter((tile) => {
    const state = tileState(tile)
    const known = earlier.get(tile.key)
    return needsPerson(state) && (!known || tileState(known) !== state)
  })
  const named = newly.slice(0, MAX_NAMED).map(newsWords)
  const rest = newly.length - named.length
  return [...named, ...(rest > 0 ? [text.floor.says.more(rest)] : [])].join(' ')
}
