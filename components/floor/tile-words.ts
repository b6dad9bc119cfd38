import { tileState } from '#contract/floor.ts'
import type { Tile, TileState } from '#contract/floor.ts'
import { formatAmount } from '#contract/amount-format.ts'
import { isAtCounter } from '#contract/place.ts'
import { shorten } from '#contract/shorten.ts'
import { text } from '#components/text/board.ts'

const MINUTE_MS = 60_000
/** A long name must not push the amount out of a shortcut. */
const SHORTCUT_NAME_LENGTH = 20

function amount(minor: number): string {
  return formatAmount(minor, text.figures)
}

/** From these ages on a state is called late, and then very late. */
const lateAfterMs: Partial<Record<TileState, readonly number[]>> = {
  waiting: [3 * MINUTE_MS, 6 * MINUTE_MS],
  held: [MINUTE_MS, 10 * MINUTE_MS],
  open: [45 * MINUTE_MS, 90 * MINUTE_MS],
}

/** Since when the tile is in the state that it shows; null where the age tells nobody anything. */
export function stateSince(tile: Tile): number | null {
  switch (tileState(tile)) {
    case 'held':
      return tile.heldSince ?? tile.since
    case 'asking':
      return tile.askingSince
    case 'free':
    case 'tab':
    case 'resting':
      return null
    case 'gone':
    case 'left':
      return tile.left?.since ?? tile.since
    default:
      return tile.since
  }
}

/** 0 in time, 1 late, 2 very late. */
export function lateness(tile: Tile, now: number): number {
  const since = stateSince(tile)
  if (since === null) return 0
  const steps = lateAfterMs[tileState(tile)] ?? []
  return steps.filter((step) => now - since >= step).length
}

export function stateWords(tile: Tile, late = 0): string {
  const state = tileState(tile)
  // Nobody checks in at the counter, so nobody leaves the app there.
  if (state === 'left' && isAtCounter(tile.spot?.id ?? 0)) return text.floor.nobodyPaid
  return text.floor.state(state, tile.spot?.status ?? '', late)
}

/** A name in two parts, so that one that is too long loses its middle and never the number that tells it from others. */
export function nameParts(name: string): readonly [head: string, number: string] {
  const number = /\s?\d{1,4}$/.exec(name)?.[0] ?? ''
  return [name.slice(0, name.length - number.length), number]
}

/**
 * "held 12.90, unpaid 4.80": each amount with its label, since a bare figure says nothing about whose money it is. A
 * tile has room for two; beside held and unpaid money, what was received asks nothing of anybody.
 */
export function amountWords(tile: Tile): string {
  const isSettled = tileState(tile) === 'received'
  const hasBoth = tile.heldMinor > 0 && tile.unpaidMinor > 0
  return [
    tile.heldMinor > 0 && text.floor.held(amount(tile.heldMinor)),
    tile.unpaidMinor > 0 && text.floor.unpaid(amount(tile.unpaidMinor)),
    isSettled && text.floor.toFree(amount(tile.receivedMinor)),
    tile.receivedMinor > 0 &&
      !hasBoth &&
      !isSettled &&
      text.floor.received(amount(tile.receivedMinor)),
    tile.tabMinor !== undefined && !hasBoth && text.floor.tab(amount(tile.tabMinor)),
    leftWords(tile),
    // Whoever is at a table that is out of service is seen first, and that it is comes after.
    tile.isResting && tileState(tile) !== 'resting' && text.floor.resting,
  ]
    .filter(Boolean)
    .join(', ')
}

/** What is not said by the state: that some have left where others are, or that they are still there and pay later. */
function leftWords(tile: Tile): string | false {
  if (!tile.left) return false
  const state = tileState(tile)
  if (state === 'left') return tile.left.isHere && text.floor.stillHere
  return state !== 'gone' && text.floor.alsoLeft
}

/** What a shortcut in the strip says about a tile that needs a person. */
export function shortcutWords(tile: Tile, age: string): string {
  const name = shorten(tile.name, SHORTCUT_NAME_LENGTH)
  switch (tileState(tile)) {
    case 'held':
      return text.floor.stripHeld(name, amount(tile.heldMinor))
    case 'gone':
      return text.floor.stripGone(name, amount(tile.unpaidMinor))
    case 'asking':
      return text.floor.stripAsking(name)
    default:
      return text.floor.stripWaiting(name, age)
  }
}

/** What a screen reader says when a tile begins to need a person. */
export function newsWords(tile: Tile): string {
  switch (tileState(tile)) {
    case 'held':
      return text.floor.says.held(tile.name, amount(tile.heldMinor))
    case 'gone':
      return text.floor.says.gone(tile.name, amount(tile.unpaidMinor))
    case 'asking':
      return text.floor.says.asking(tile.name)
    default:
      return text.floor.says.waiting(tile.name)
  }
}
