import 'server-only'
import { tileState, type Tile } from '#contract/floor.ts'
import type { Database } from '#lib/database/open-database.ts'

/**
 * Counts the visits of spots whose codes are in no register. One visit is one moment from which on somebody waits there,
 * however often its tile is drawn and whoever has drawn it before a restart. Answers how many visits are new.
 */
export async function noteStrangers(db: Database, tiles: readonly Tile[]): Promise<number> {
  const visits = tiles.flatMap((tile) => {
    const { spot, since } = tile
    if (!spot || since === null || tileState(tile) !== 'stranger') return []
    return { spot_id: spot.id, first_seen_at: since, last_seen_at: since, visits: 1, closed: 0 }
  })
  if (visits.length === 0) return 0
  const noted = await db
    .insertInto('strangers')
    .values(visits)
    .onConflict((conflict) =>
      conflict
        .column('spot_id')
        .doUpdateSet((is) => ({
          last_seen_at: is.ref('excluded.last_seen_at'),
          visits: is('strangers.visits', '+', 1),
        }))
        .whereRef('strangers.last_seen_at', '<', 'excluded.last_seen_at'),
    )
    .returning('spot_id')
    .execute()
  return noted.length
}
