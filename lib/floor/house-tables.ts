import 'server-only'
import type { Tile } from '#contract/floor.ts'
import { Register } from '#contract/identifier.ts'
import { isAtCounter } from '#contract/place.ts'
import { visibleText } from '#contract/text.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { BelievedSpot } from './merge.ts'
import { nearMiss } from './near-miss.ts'
import { nameOfSpot, type NamedSpot } from './tile.ts'

/** Where codes of no register stand on the floor, apart from the tables. */
export const STRANGER_AREA = 'Unregistered codes'

/** A registered table as the floor needs it. */
export interface HouseTable {
  id: string
  locationId: number
  identifier: string
  name: string
  area: string | null
  isResting: boolean
  /** What is kept on it; 0 where nothing is. */
  tabMinor: number
}

/** Which tables the merchant says there are, in their order, and which spots are theirs. */
export class HouseTables {
  readonly #db: Database
  #tables: readonly HouseTable[] = []
  #byId: ReadonlyMap<string, HouseTable> = new Map()
  #positions: ReadonlyMap<string, number> = new Map()
  #register = new Register<HouseTable>([])
  /** The spots whose codes say one of the tables; case alone can make several of them. */
  readonly #spotsOf = new Map<string, Set<number>>()
  readonly #titles = new Map<number, string>()

  constructor(db: Database) {
    this.#db = db
  }

  /** Reads the tables anew, and finds out which of these spots are theirs. */
  async load(spots: Iterable<BelievedSpot>): Promise<void> {
    this.#keep(await this.#rows())
    this.#spotsOf.clear()
    this.learn(spots)
  }

  /** Reads one table anew, of which neither code nor place has changed. */
  async reload(tableId: string): Promise<void> {
    const [row] = await this.#rows(tableId)
    if (row) this.#keep(this.#tables.map((table) => (table.id === tableId ? row : table)))
  }

  all(): readonly HouseTable[] {
    return this.#tables
  }

  table(tableId: string): HouseTable | undefined {
    return this.#byId.get(tableId)
  }

  /** A place at the counter is nobody's table, whatever it is called. */
  tableOf(spot: NamedSpot): HouseTable | undefined {
    return isAtCounter(spot.id) ? undefined : this.#register.tableOf(spot)
  }

  isStranger(spot: NamedSpot): boolean {
    return spot.id > 0 && this.#register.isStranger(spot)
  }

  /** Where a spot is; where the wallet does not say it, that is known only while all tables are in one place. */
  locationOf({ locationId }: NamedSpot): number | null {
    if (locationId !== null) return locationId
    const places = new Set(this.#tables.map((table) => table.locationId))
    return places.size === 1 ? (this.#tables[0]?.locationId ?? null) : null
  }

  /** The table whose code a stranger's nearly says. */
  nearestTo(spot: NamedSpot): HouseTable | undefined {
    const locationId = this.locationOf(spot)
    const here = this.#tables.filter((table) => table.locationId === locationId)
    return spot.identifier === null ? undefined : nearMiss(spot.identifier, here)
  }

  /**
   * Remembers whose spots these are, and what the wallet calls their locations; answers whether nobody knew that of one
   * of them.
   */
  learn(spots: Iterable<BelievedSpot>): boolean {
    let isNew = false
    for (const spot of spots) {
      this.#place(spot)
      const { locationId, title } = spot
      if (locationId === null || title === null || this.#titles.has(locationId)) continue
      this.#titles.set(locationId, visibleText(title))
      isNew = true
    }
    return isNew
  }

  spotsOf(tableId: string): ReadonlySet<number> {
    return this.#spotsOf.get(tableId) ?? new Set()
  }

  /** The highest id of a spot that is a table's; 0 where none is. */
  highestSpot(): number {
    return Math.max(0, ...[...this.#spotsOf.values()].flatMap((spots) => [...spots]))
  }

  /** Whether somebody has scanned the code of every table once, so that each has a spot. */
  isScanned(): boolean {
    return this.#tables.every(({ id }) => this.spotsOf(id).size > 0)
  }

  /** The part of the house that a table stands in, whether anybody has scanned it or not: else it would change its place. */
  areaOf({ area, locationId }: HouseTable): string | null {
    return area ?? this.#titles.get(locationId) ?? null
  }

  /** What people call a spot: by its table's name where it is one's, else by what its code says. */
  nameOf(spot: NamedSpot): string {
    return this.tableOf(spot)?.name ?? nameOfSpot(spot)
  }

  /** A table stands where the merchant has put it; what is no table stands behind them all. */
  turnOf({ tableId }: Tile): number {
    const position = tableId === undefined ? undefined : this.#positions.get(tableId)
    return position ?? Number.MAX_SAFE_INTEGER
  }

  #place(spot: BelievedSpot): void {
    const table = this.tableOf(spot)
    if (!table) return
    const spots = this.#spotsOf.get(table.id) ?? new Set()
    this.#spotsOf.set(table.id, spots.add(spot.id))
  }

  #keep(tables: readonly HouseTable[]): void {
    this.#tables = tables
    this.#byId = new Map(tables.map((table) => [table.id, table]))
    this.#positions = new Map(tables.map(({ id }, position) => [id, position]))
    this.#register = new Register(tables)
  }

  async #rows(tableId?: string): Promise<HouseTable[]> {
    const rows = await this.#db
      .selectFrom('tables')
      .leftJoin('tabs', 'tabs.table_id', 'tables.id')
      .select([
        'tables.id',
        'tables.location_id',
        'tables.identifier',
        'tables.name',
        'tables.area',
        'tables.state',
        'tabs.total_minor',
      ])
      .where('tables.state', '!=', 'retired')
      .$if(tableId !== undefined, (query) => query.where('tables.id', '=', tableId ?? ''))
      .orderBy('tables.position')
      .orderBy('tables.id')
      .execute()
    return rows.map((row) => ({
      id: row.id,
      locationId: row.location_id,
      identifier: row.identifier,
      name: visibleText(row.name),
      area: row.area === null ? null : visibleText(row.area),
      isResting: row.state === 'resting',
      tabMinor: row.total_minor ?? 0,
    }))
  }
}
