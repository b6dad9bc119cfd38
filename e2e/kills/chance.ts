/** A number from 0 up to 1, the same row of them for the same seed. */
export type Chance = () => number

/** The generator known as mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function pick<Item>(chance: Chance, items: readonly [Item, ...Item[]]): Item {
  return items[Math.floor(chance() * items.length)] ?? items[0]
}

/** So many of the items, or all where there are fewer, each at most once and in their order. */
export function sample<Item>(chance: Chance, items: readonly Item[], most: number): Item[] {
  return items
    .map((item, index) => ({ item, index, lot: chance() }))
    .toSorted((one, other) => one.lot - other.lot)
    .slice(0, most)
    .toSorted((one, other) => one.index - other.index)
    .map(({ item }) => item)
}
