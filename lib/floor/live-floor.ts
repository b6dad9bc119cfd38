import 'server-only'
import type { Floor, Tile } from '#contract/floor.ts'
import { HOUSE_CURRENCY } from '#contract/money.ts'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import { now } from '#lib/runtime/clock.ts'
import { loudest } from '#contract/departure.ts'
import { CounterPlaces } from './counter-places.ts'
import { departuresOf } from './departures.ts'
import { unscannedTable } from './dress-tile.ts'
import { Goings, loadGoings, type Going } from './goings.ts'
import { HouseTables, type HouseTable } from './house-tables.ts'
import { Hub } from './hub.ts'
import { merge, stillInDoubt, type BelievedSpot, type Reading } from './merge.ts'
import { Redrawing } from './redrawing.ts'
import { Seating } from './seating.ts'
import { moneyOfSpots, owed } from './spot-money.ts'
import { forgetSpots, loadSpots, saveSpot } from './spot-store.ts'
import { planStrangers } from './stranger-closings.ts'
import { TouchedSpots } from './touched-spots.ts'
import { byTurns, tileOfSpot, withTiles, type NamedSpot } from './tile.ts'

/** What is believed about every spot, on the disk and on every screen. */
export class LiveFloor {
  readonly hub = new Hub()
  readonly goings: Goings
  /** Which tables there are, and whose the spots are. */
  readonly house: HouseTables
  readonly #db: Database
  readonly #counter: CounterPlaces
  readonly #seating: Seating
  readonly #order = byTurns((tile) => this.house.turnOf(tile))
  readonly #redrawing = new Redrawing((spotId) => this.spotTouched(spotId))
  readonly #touched = new TouchedSpots(
    (draw) => this.#inTurn(draw),
    (spotIds) => this.#draw(spotIds),
  )
  readonly #drawnListeners: ((tiles: readonly Tile[]) => void)[] = []
  #spots: ReadonlyMap<number, BelievedSpot>
  #inDoubt: ReadonlySet<number> = new Set()
  #revision = now()
  #last: Promise<unknown> = Promise.resolve()

  private constructor(
    db: Database,
    spots: ReadonlyMap<number, BelievedSpot>,
    goings: readonly Going[],
  ) {
    this.#db = db
    this.#counter = new CounterPlaces(db)
    this.house = new HouseTables(db)
    this.#seating = new Seating(this.house, (spotId) => this.spot(spotId))
    this.#spots = spots
    this.goings = new Goings(db, goings, (spotId) => this.spotTouched(spotId))
  }

  static async open(db: Database): Promise<LiveFloor> {
    const floor = new LiveFloor(db, await loadSpots(db), await loadGoings(db))
    await floor.house.load(floor.#spots.values())
    await floor.#drawAll(await floor.#counter.toBeginWith())
    return floor
  }

  /** A spot of the wallet's, or a place at the counter of which something is unsettled. */
  spot(spotId: number): BelievedSpot | undefined {
    return this.#spots.get(spotId) ?? this.#counter.spot(spotId)
  }

  /** The spots that have to be asked for by id before anything is believed of them (law 6). */
  inDoubt(): ReadonlySet<number> {
    return this.#inDoubt
  }

  /** Believes a reading of the wallet. */
  learn(reading: Reading): Promise<void> {
    return this.#inTurn(async () => {
      const merged = merge(this.#spots, reading)
      const { spots, changed } = merged
      if (changed.length > 0) {
        await this.#db.transaction().execute(async (trx) => {
          for (const spot of changed) await saveSpot(trx, spot)
        })
      }
      this.#spots = spots
      this.#inDoubt = stillInDoubt(this.#inDoubt, reading, merged)
      const isNewPlace = this.house.learn(changed)
      await (isNewPlace ? this.#drawAll() : this.#draw(changed.map((spot) => spot.id)))
    })
  }

  /** The orders of spots changed: their tiles are drawn anew, with all that are touched before their turn comes. */
  spotTouched(...spotIds: number[]): Promise<void> {
    return this.#touched.touch(spotIds)
  }

  spots(): ReadonlyMap<number, BelievedSpot> {
    return this.#spots
  }

  /** Forgets those of these spots that are free and of which the book holds no order. */
  forget(spotIds: readonly number[]): Promise<void> {
    return this.#inTurn(async () => {
      const free = spotIds.filter((spotId) => this.#spots.get(spotId)?.status === 'closed')
      const forgotten = await forgetSpots(this.#db, free)
      this.#spots = new Map([...this.#spots].filter(([spotId]) => !forgotten.has(spotId)))
    })
  }

  /** Tables were added, changed, moved or retired: the whole floor is drawn anew. */
  tablesChanged(): Promise<void> {
    return this.#inTurn(async () => {
      await this.house.load(this.#spots.values())
      await this.#drawAll()
    })
  }

  /** What is kept on a table has changed. */
  tableTouched(tableId: string): Promise<void> {
    return this.#inTurn(async () => {
      await this.house.reload(tableId)
      const table = this.house.table(tableId)
      const spots = [...this.house.spotsOf(tableId)]
      if (spots.length > 0) await this.#draw(spots)
      else if (table) this.#publish([this.#unscanned(table)])
    })
  }

  /** The spot that a table's tile shows, where anybody has ever scanned the table. */
  spotAt(tableId: string): BelievedSpot | undefined {
    return this.#seating.mainSpotAt(tableId)
  }

  /** The registered table that a spot's code leads to. */
  tableOf(spotId: number): HouseTable | undefined {
    const spot = this.spot(spotId)
    return spot && this.house.tableOf(spot)
  }

  /** What people call a spot, also one that is not on the floor. */
  nameOf(spot: NamedSpot): string {
    return this.house.nameOf(spot)
  }

  /** Shows at which places of the counter nobody has paid for too long; that depends on nothing but the time. */
  lookAtCounter(): Promise<void> {
    return this.#inTurn(async () => this.#draw(await this.#counter.outdated()))
  }

  /** Has somebody told of tiles that were drawn anew; what they do about it comes after that. */
  onDrawn(listener: (tiles: readonly Tile[]) => void): void {
    this.#drawnListeners.push(listener)
  }

  /** Does something on account of what a tile shows now; then it is drawn anew. */
  async change(
    spotId: number,
    act: (tile: Tile | undefined) => Promise<void>,
  ): Promise<Tile | undefined> {
    return this.#inTurn(async () => {
      await act(this.#tileOf(spotId))
      await this.#draw([spotId])
      return this.#tileOf(spotId)
    })
  }

  #tileOf(spotId: number): Tile | undefined {
    return this.hub.current().tiles.find(({ spot }) => spot?.id === spotId)
  }

  /** How fresh the floor is, and why it may not be. */
  say(news: Partial<Omit<Floor, 'boot' | 'version' | 'tiles'>>): void {
    this.hub.publish({ ...this.hub.current(), ...news })
  }

  async #drawAll(placeIds = this.#counter.ids()): Promise<void> {
    const unscanned = this.house
      .all()
      .filter(({ id }) => this.house.spotsOf(id).size === 0)
      .map((table) => this.#unscanned(table))
    const { drawn } = await this.#drawnAt([...this.#spots.keys(), ...placeIds])
    const floor = this.hub.current()
    this.hub.publish({ ...floor, tiles: [...unscanned, ...drawn].toSorted(this.#order) })
    this.#tell(drawn)
  }

  async #draw(spotIds: readonly number[]): Promise<void> {
    if (spotIds.length === 0) return
    const { drawn, left } = await this.#drawnAt(this.#seating.withNeighbours(spotIds))
    this.#publish(drawn, left)
    this.#tell(drawn)
  }

  /** The tiles of these spots as they are now, and the keys of those that are no more. */
  async #drawnAt(spotIds: readonly number[]): Promise<{ drawn: Tile[]; left: Set<string> }> {
    const money = await moneyOfSpots(this.#db, spotIds)
    const spots = spotIds.flatMap((spotId) => this.spot(spotId) ?? [])
    await planStrangers(this.#db, this.house, spots, money)
    const leftCounter = await this.#counter.lookAmong(spotIds, money)
    const departures = await departuresOf(this.#db, spotIds)
    const drawn = spotIds.flatMap((spotId) => {
      const spot = this.spot(spotId)
      if (!spot || leftCounter.has(spotId)) return []
      this.#revision += 1
      const departed = departures.get(spotId) ?? []
      this.#redrawing.plan(
        spotId,
        departed.flatMap(({ alarmAt }) => alarmAt ?? []),
      )
      const sums = owed(money.get(spotId), departed)
      const tile = tileOfSpot(spot, sums, this.#revision, HOUSE_CURRENCY, loudest(departed))
      return this.#seating.seat(tile, spot) ?? []
    })
    for (const [index, tile] of drawn.entries()) {
      const going = await this.goings.at(tile)
      if (going) drawn[index] = { ...tile, going }
    }
    return { drawn, left: this.#seating.move(spotIds, drawn) }
  }

  #publish(drawn: readonly Tile[], left: ReadonlySet<string> = new Set()): void {
    const floor = this.hub.current()
    const tiles = left.size > 0 ? floor.tiles.filter(({ key }) => !left.has(key)) : floor.tiles
    this.hub.publish({ ...floor, tiles: withTiles(tiles, drawn, this.#order) })
  }

  #tell(drawn: readonly Tile[]): void {
    for (const listener of this.#drawnListeners) listener(drawn)
  }

  #unscanned(table: HouseTable): Tile {
    this.#revision += 1
    return unscannedTable(table, this.house.areaOf(table), this.#revision, HOUSE_CURRENCY)
  }

  /** One change after the other, since each stands on the belief that the one before has left. */
  #inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(change)
    this.#last = done.catch(() => undefined)
    return done
  }
}

export function liveFloor(): Promise<LiveFloor> {
  return oncePerProcess('live-floor', async () => LiveFloor.open(await database()))
}
