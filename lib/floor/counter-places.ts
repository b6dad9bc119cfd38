import 'server-only'
import { isAtCounter } from '#contract/place.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { SpotTable } from '#lib/database/schema.ts'
import { now } from '#lib/runtime/clock.ts'
import { environment } from '#lib/runtime/environment.ts'
import { readSettings } from '#lib/settings/settings.ts'
import type { BelievedSpot } from './merge.ts'
import type { SpotMoney } from './spot-money.ts'

/** The part of the house in which places at the counter stand on the floor. */
export const COUNTER_AREA = 'Counter'
const MINUTE_MS = 60_000

/**
 * The places at the counter of which something is unsettled. They stand on the floor like tables, so that a payment
 * there rings and is decided like any other, and leave it by themselves. No wallet knows them, so what is believed of
 * them is what the book says: somebody stands there, or is thought gone once nobody has paid for too long.
 */
export class CounterPlaces {
  readonly #db: Database
  readonly #present = new Map<number, BelievedSpot>()

  constructor(db: Database) {
    this.#db = db
  }

  spot(spotId: number): BelievedSpot | undefined {
    return this.#present.get(spotId)
  }

  /** Those on the floor. */
  ids(): number[] {
    return [...this.#present.keys()]
  }

  /** The places that something may be unsettled at, when the process starts. */
  async toBeginWith(): Promise<number[]> {
    const rows = await this.#db
      .selectFrom('spots')
      .select('id')
      .where('id', '<', 0)
      .where((is) =>
        is.or([
          is('status', '!=', 'closed'),
          is.exists(
            is
              .selectFrom('orders')
              .select('orders.id')
              .whereRef('orders.spot_id', '=', 'spots.id')
              .where('orders.status', 'in', ['sending', 'pending', 'reserved']),
          ),
        ]),
      )
      .execute()
    return rows.map(({ id }) => id)
  }

  /** Looks at those of these spots that are places; answers the ones where nothing is unsettled any more. */
  async lookAmong(
    spotIds: readonly number[],
    money: ReadonlyMap<number, SpotMoney>,
  ): Promise<ReadonlySet<number>> {
    const places = spotIds.filter(isAtCounter)
    if (places.length === 0) return new Set()
    const isUnsettled = (spotId: number) => (money.get(spotId)?.unsettled ?? 0) > 0
    const left = places.filter((spotId) => !isUnsettled(spotId))
    await this.look(places.filter(isUnsettled), left)
    return new Set(left)
  }

  /** Looks at these places anew, of which the first are those with something unsettled; the others leave the floor. */
  async look(unsettled: readonly number[], others: readonly number[]): Promise<void> {
    for (const spotId of others) {
      this.#present.delete(spotId)
      await this.#keep(spotId, 'closed')
    }
    const overdueAt = await this.#overdueAt(unsettled)
    for (const place of await this.#rows(unsettled)) {
      await this.#keep(place.id, 'open')
      this.#present.set(place.id, believed(place, overdueAt.get(place.id)))
    }
  }

  /** The places that do not show yet that nobody has paid for too long, or still do. */
  async outdated(): Promise<number[]> {
    const overdueAt = await this.#overdueAt([...this.#present.keys()])
    return [...this.#present.values()]
      .filter((place) => statusOf(overdueAt.get(place.id)) !== place.status)
      .map(({ id }) => id)
  }

  /** From when on each place has an order that nobody has paid for too long. */
  async #overdueAt(spotIds: readonly number[]): Promise<Map<number, number>> {
    if (spotIds.length === 0) return new Map()
    const { counterMinutes } = await readSettings(this.#db)
    const rows = await this.#db
      .selectFrom('orders')
      .select((is) => ['spot_id', is.fn.min<number>('created_at').as('askedAt')])
      .where('spot_id', 'in', spotIds)
      .where('status', 'in', ['sending', 'pending'])
      .groupBy('spot_id')
      .execute()
    return new Map(
      rows.map(({ spot_id: id, askedAt }) => [id, askedAt + counterMinutes * MINUTE_MS]),
    )
  }

  async #rows(spotIds: readonly number[]): Promise<SpotTable[]> {
    if (spotIds.length === 0) return []
    return this.#db.selectFrom('spots').selectAll().where('id', 'in', spotIds).execute()
  }

  /** Whoever counts open spots in the database finds those where somebody still stands. */
  async #keep(spotId: number, status: 'open' | 'closed'): Promise<void> {
    await this.#db
      .updateTable('spots')
      .set({ status, since: now() })
      .where('id', '=', spotId)
      .where('status', '!=', status)
      .execute()
  }
}

/** A place at the counter, whatever has become of its orders; undefined where there never was one. */
export async function placeAtCounter(
  db: Database,
  spotId: number,
): Promise<BelievedSpot | undefined> {
  if (!isAtCounter(spotId)) return undefined
  const row = await db.selectFrom('spots').selectAll().where('id', '=', spotId).executeTakeFirst()
  return row && believed(row, undefined)
}

function believed(
  { id, identifier, title, since }: SpotTable,
  overdueAt: number | undefined,
): BelievedSpot {
  const { walletLocationIds } = environment()
  // Of several houses nobody has said in which one the counter is.
  const [locationId = null] = walletLocationIds.length === 1 ? walletLocationIds : []
  const status = statusOf(overdueAt)
  return { id, identifier, title, since, status, locationId, knownFrom: 0, knownAt: now() }
}

function statusOf(overdueAt: number | undefined): 'open' | 'closed' {
  return overdueAt !== undefined && overdueAt <= now() ? 'closed' : 'open'
}
