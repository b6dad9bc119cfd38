import 'server-only'
import type { Tile } from '#contract/floor.ts'
import { asSecondSpot, asStranger, asTable, isForgotten } from './dress-tile.ts'
import type { HouseTables } from './house-tables.ts'
import type { BelievedSpot } from './merge.ts'

/** Which tile a spot has on the floor: that of its table, one of its own, or none. */
export class Seating {
  readonly #house: HouseTables
  readonly #spotOf: (spotId: number) => BelievedSpot | undefined
  /** The key under which each spot was drawn last. */
  readonly #keys = new Map<number, string>()

  constructor(house: HouseTables, spotOf: (spotId: number) => BelievedSpot | undefined) {
    this.#house = house
    this.#spotOf = spotOf
  }

  /** These spots, and those beside them at the same tables, since only one of them has the table's tile. */
  withNeighbours(spotIds: readonly number[]): number[] {
    const all = new Set(spotIds)
    for (const spotId of spotIds) {
      const spot = this.#spotOf(spotId)
      const table = spot && this.#house.tableOf(spot)
      if (!table) continue
      for (const neighbour of this.#house.spotsOf(table.id)) all.add(neighbour)
    }
    return [...all]
  }

  /** Null where a spot is free and nobody has to know of it: a stranger, or a table's second one. */
  seat(tile: Tile, spot: BelievedSpot): Tile | null {
    const table = this.#house.tableOf(spot)
    if (table && this.mainSpotAt(table.id)?.id === spot.id)
      return asTable(tile, table, this.#house.areaOf(table))
    const isAside = table !== undefined || this.#house.isStranger(spot)
    if (isAside && isForgotten(tile)) return null
    if (table) return asSecondSpot(tile, table, this.#house.areaOf(table))
    return isAside ? asStranger(tile) : tile
  }

  /** Remembers under which keys these spots are drawn now; answers the keys that nothing stands under any more. */
  move(spotIds: readonly number[], drawn: readonly Tile[]): Set<string> {
    const left = new Set<string>()
    for (const spotId of spotIds) {
      const key = this.#keys.get(spotId)
      if (key !== undefined) left.add(key)
      this.#keys.delete(spotId)
    }
    for (const { key, spot } of drawn) {
      if (spot) this.#keys.set(spot.id, key)
      left.delete(key)
    }
    return left
  }

  /** Of a table's spots the one where somebody is, and of several the one where somebody was first. */
  mainSpotAt(tableId: string): BelievedSpot | undefined {
    const spots = [...this.#house.spotsOf(tableId)].flatMap((id) => this.#spotOf(id) ?? [])
    const [first] = spots.toSorted(
      (one, other) =>
        Number(one.status === 'closed') - Number(other.status === 'closed') ||
        one.since - other.since ||
        one.id - other.id,
    )
    return first
  }
}
