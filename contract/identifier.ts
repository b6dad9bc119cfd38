/**
 * What identifiers are compared by. Wallets fold the case of what was scanned and people type spaces around it, and
 * neither makes another table of it (law 7). An empty answer is of an identifier that names nothing.
 */
export function matchKey(identifier: string): string {
  // Upper case first: what has two lower forms, as the Greek sigma has, ends in one of them.
  return identifier.normalize('NFC').trim().toUpperCase().toLowerCase().normalize('NFC').trim()
}

/** What a spot or a table is found by: a location of the wallet's and an identifier in it. */
export interface Identified {
  /** Null where the wallet does not say it. */
  locationId: number | null
  /** Null where the wallet hides it. */
  identifier: string | null
}

/** Tables by what their codes say. */
export class Register<Table extends { locationId: number; identifier: string }> {
  readonly #byKey = new Map<string, Table[]>()
  readonly #locations = new Set<number>()

  constructor(tables: readonly Table[]) {
    for (const table of tables) {
      this.#locations.add(table.locationId)
      const key = matchKey(table.identifier)
      const alike = this.#byKey.get(key) ?? []
      this.#byKey.set(key, alike)
      alike.push(table)
    }
  }

  /**
   * The table that a spot belongs to. Where the wallet does not say in which location the spot is, the only table of
   * that identifier is meant; of several nobody can tell which.
   */
  tableOf({ locationId, identifier }: Identified): Table | undefined {
    if (identifier === null) return undefined
    const alike = this.#byKey.get(matchKey(identifier)) ?? []
    if (locationId !== null) return alike.find((table) => table.locationId === locationId)
    return alike.length === 1 ? alike[0] : undefined
  }

  /**
   * Whether a spot is a stranger: what its code says stands in no register. A location without any registered table
   * has none, and neither has a spot of which the wallet hides what its code says.
   */
  isStranger(spot: Identified): boolean {
    if (spot.identifier === null || this.tableOf(spot)) return false
    if (spot.locationId !== null) return this.#locations.has(spot.locationId)
    // Of several tables alike one is meant, and the wallet does not say which.
    return this.#locations.size > 0 && !this.#byKey.has(matchKey(spot.identifier))
  }
}
