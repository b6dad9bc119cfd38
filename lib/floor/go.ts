import 'server-only'
import { needsPerson, tileState, type Tile } from '#contract/floor.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import { problem } from '#lib/runtime/problem.ts'
import { liveFloor } from './live-floor.ts'

type GoingActor = Actor & { staffId: string }

/** Says on every screen that somebody is on the way. Of two at once the first one stands, and the other is told. */
export async function goTo(spotId: number, actor: GoingActor): Promise<Tile['going']> {
  const floor = await liveFloor()
  const drawn = await floor.change(spotId, async (tile) => {
    if (!tile) throw unknownSpot()
    if (isMine(tile, actor)) return
    refuseIfTaken(tile)
    const state = tileState(tile)
    if (!needsPerson(state)) {
      throw problem('conflict', { detail: 'Nobody at this table needs a person now.' })
    }
    await floor.goings.begin({ spotId, staffId: actor.staffId, name: actor.name, state }, actor)
  })
  return drawn?.going ?? null
}

/** Takes back what this person said; of somebody who does not go it is true already. */
export async function goNoMore(spotId: number, actor: GoingActor): Promise<Tile['going']> {
  const floor = await liveFloor()
  const drawn = await floor.change(spotId, async (tile) => {
    if (!tile) throw unknownSpot()
    if (isMine(tile, actor)) await floor.goings.end(spotId, 'taken_back', actor)
    else refuseIfTaken(tile)
  })
  return drawn?.going ?? null
}

function isMine({ going }: Tile, actor: GoingActor): boolean {
  return going !== null && going.staffId === actor.staffId
}

function refuseIfTaken({ going }: Tile): void {
  if (!going) return
  throw problem('conflict', { detail: `${going.name} is going already.`, members: { going } })
}

function unknownSpot() {
  return problem('not_found', { detail: 'There is no such spot on the floor.' })
}
