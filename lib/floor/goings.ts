import 'server-only'
import { tileState, type Tile } from '#contract/floor.ts'
import { recordAct, spotboard, type Actor } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { after, now } from '#lib/runtime/clock.ts'
import { isShuttingDown } from '#lib/runtime/lifecycle.ts'
import { log } from '#lib/runtime/log.ts'

/** Somebody who is on the way to a spot, and what the spot needs a person for. */
export interface Going {
  spotId: number
  staffId: string
  name: string
  state: string
  since: number
}

/** So long the bell stays quiet for somebody who has brought no order. */
export const GOING_MS = 180_000

/** Why nobody has to be waited for any more; null while somebody still goes. */
export function whyOver(
  going: Going,
  spot: { state: string; hasNewOrder: boolean },
  at: number,
): 'order' | 'state' | 'lapsed' | null {
  if (spot.hasNewOrder) return 'order'
  if (spot.state !== going.state) return 'state'
  return at - going.since >= GOING_MS ? 'lapsed' : null
}

export async function loadGoings(db: Database): Promise<Going[]> {
  const rows = await db.selectFrom('goings').selectAll().execute()
  return rows.map(({ spot_id: spotId, staff_id: staffId, ...rest }) => ({
    spotId,
    staffId,
    ...rest,
  }))
}

/** Who is on the way to which spot: on the disk, and in memory so that drawing a tile asks for nothing. */
export class Goings {
  readonly #db: Database
  readonly #bySpot = new Map<number, Going>()
  readonly #redraw: (spotId: number) => Promise<void>

  constructor(db: Database, goings: readonly Going[], redraw: (spotId: number) => Promise<void>) {
    this.#db = db
    this.#redraw = redraw
    for (const going of goings) this.#keep(going)
  }

  async begin(going: Omit<Going, 'since'>, actor: Actor): Promise<void> {
    const { spotId, staffId, name, state } = going
    const since = now()
    await this.#db.transaction().execute(async (trx) => {
      const facts = { staff_id: staffId, name, state, since }
      await trx
        .insertInto('goings')
        .values({ spot_id: spotId, ...facts })
        .execute()
      await recordAct(trx, {
        actor,
        act: 'spot.go',
        subject: `spot ${spotId}`,
        outcome: 'done',
        detail: { state },
      })
    })
    this.#keep({ ...going, since })
  }

  async end(spotId: number, why: string, actor: Actor): Promise<void> {
    const going = this.#bySpot.get(spotId)
    if (!going) return
    await this.#db.transaction().execute(async (trx) => {
      await trx.deleteFrom('goings').where('spot_id', '=', spotId).execute()
      await recordAct(trx, {
        actor,
        act: 'spot.go_no_more',
        subject: `spot ${spotId}`,
        outcome: 'done',
        detail: { name: going.name, why },
      })
    })
    this.#bySpot.delete(spotId)
  }

  /** Who goes to a spot that looks like this now. */
  async at(tile: Tile): Promise<Tile['going']> {
    const going = tile.spot && this.#bySpot.get(tile.spot.id)
    if (!going) return null
    const { spotId } = going
    const hasNewOrder = await this.#hasOrderSince(spotId, going.since)
    const why = whyOver(going, { state: tileState(tile), hasNewOrder }, now())
    if (why === null) {
      const { staffId, name, since } = going
      return { staffId, name, since }
    }
    await this.end(spotId, why, spotboard)
    return null
  }

  async #hasOrderSince(spotId: number, since: number): Promise<boolean> {
    const order = await this.#db
      .selectFrom('orders')
      .select('id')
      .where('spot_id', '=', spotId)
      .where('created_at', '>=', since)
      .limit(1)
      .executeTakeFirst()
    return order !== undefined
  }

  #keep(going: Going): void {
    this.#bySpot.set(going.spotId, going)
    after(Math.max(0, going.since + GOING_MS - now()), () => {
      if (isShuttingDown()) return
      this.#redraw(going.spotId).catch((err: unknown) => {
        log().error({ err, spotId: going.spotId }, 'somebody who goes could not be taken back')
      })
    })
  }
}
