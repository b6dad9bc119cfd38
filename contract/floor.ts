import * as z from 'zod/mini'

/** One place on the floor. Times are milliseconds since 1970, amounts minor units. */
export const Tile = z.strictObject({
  key: z.string(),
  tableId: z.optional(z.string()),
  /** What people call it; hostile text made visible. */
  name: z.string(),
  spot: z.optional(
    z.strictObject({
      /** The wallet's spot id. */
      id: z.int(),
      identifier: z.nullable(z.string()),
      locationId: z.nullable(z.int()),
      /** `closed`, `waiting`, `open`, or a word that Spotboard does not know (law 11). */
      status: z.string(),
    }),
  ),
  /** When Spotboard first saw the present status (law 6). */
  since: z.nullable(z.int()),
  /** Grows with each change to the spot or its orders, so that its page knows when to read again. */
  revision: z.int(),
  currency: z.string(),
  /** Asked and not yet paid, what is still being sent included. */
  unpaidMinor: z.int(),
  /** Reserved: the guest's money is held and somebody has to decide. */
  heldMinor: z.int(),
  heldSince: z.nullable(z.int()),
  /** Confirmed or taken otherwise on this visit. */
  receivedMinor: z.int(),
})
export type Tile = z.infer<typeof Tile>

/** Why the floor may be old. `wallet_refuses` needs a manager: credentials or rights are wrong. */
export const troubles = [
  'wallet_unreachable',
  'wallet_refuses',
  'wallet_busy',
  'wallet_garbled',
] as const

const Freshness = {
  /** When the wallet last said who waits. */
  asOf: z.nullable(z.int()),
  trouble: z.nullable(z.strictObject({ cause: z.enum(troubles), since: z.int() })),
}

export const Floor = z.strictObject({
  /** Names this run of the server; a version means nothing in another run. */
  boot: z.string(),
  version: z.int(),
  title: z.string(),
  ...Freshness,
  /** In the order in which they stand on screen. */
  tiles: z.array(Tile),
})
export type Floor = z.infer<typeof Floor>

export const FloorPatch = z.strictObject({
  /** The version that the patch applies to, and the one that it leads to. */
  from: z.int(),
  to: z.int(),
  title: z.optional(z.string()),
  ...Freshness,
  set: z.array(Tile),
  removed: z.array(z.string()),
  /** All keys in their order, where the order changed. */
  order: z.optional(z.array(z.string())),
})
export type FloorPatch = z.infer<typeof FloorPatch>

/** Folds a patch into the floor that it was made from. Tiles that the patch does not name keep their identity. */
export function applyFloorPatch(floor: Floor, patch: FloorPatch): Floor {
  let tiles = floor.tiles
  if (patch.set.length > 0 || patch.removed.length > 0 || patch.order) {
    const byKey = new Map(tiles.map((tile) => [tile.key, tile]))
    for (const key of patch.removed) byKey.delete(key)
    for (const tile of patch.set) byKey.set(tile.key, tile)
    const keys = patch.order ?? [...byKey.keys()]
    tiles = keys.flatMap((key) => byKey.get(key) ?? [])
  }
  return {
    ...floor,
    version: patch.to,
    title: patch.title ?? floor.title,
    asOf: patch.asOf,
    trouble: patch.trouble,
    tiles,
  }
}

/** What a tile says in one word; `unknown` shows the wallet's own word. */
export const tileStates = [
  'waiting',
  'held',
  'left',
  'open',
  'received',
  'free',
  'unknown',
] as const
export type TileState = (typeof tileStates)[number]

/** Held money comes before everything else, since a guest's money must not be left hanging (law 4). */
export function tileState(tile: Tile): TileState {
  if (tile.heldMinor > 0) return 'held'
  switch (tile.spot?.status ?? 'closed') {
    case 'waiting':
      return 'waiting'
    case 'open':
      return tile.unpaidMinor === 0 && tile.receivedMinor > 0 ? 'received' : 'open'
    case 'closed':
      return tile.unpaidMinor > 0 ? 'left' : 'free'
    default:
      return 'unknown'
  }
}

export function needsPerson(state: TileState): boolean {
  return state === 'waiting' || state === 'held' || state === 'left'
}
