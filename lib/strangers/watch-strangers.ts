import 'server-only'
import { tileState, type Tile } from '#contract/floor.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { floorWatch } from '#lib/floor/watch.ts'
import { now } from '#lib/runtime/clock.ts'
import { inTurn } from '#lib/runtime/in-turn.ts'
import { log } from '#lib/runtime/log.ts'
import { burstNow, lookForBurst } from './burst.ts'
import { closeNextOfFlood, closeNextStranger } from './close-strangers.ts'
import { forgetStrangers } from './forget-strangers.ts'
import { noteStrangers } from './note-strangers.ts'

/** Looking whether one is due costs no call, and the few of a usual hour are no matter for the plan. */
const CLOSE = { neededMs: 5000, promisedMs: 5000, goodMs: 5000, bestMs: 5000 }
/** A flood is closed with what the plan has left when all others have what is promised of them. */
const CLOSE_FLOOD = { neededMs: 3_600_000, promisedMs: 15_000, goodMs: 5000, bestMs: 5000 }
const LOOK = { neededMs: 15_000, promisedMs: 15_000, goodMs: 15_000, bestMs: 15_000 }
const FORGET = { neededMs: 600_000, promisedMs: 600_000, goodMs: 600_000, bestMs: 600_000 }

/**
 * Notices spots whose codes are in no register, closes them by the house's rule and raises the alarm when there are many
 * at once (law 7). It looks at what the floor shows anyway, so it costs no call until it closes.
 */
export async function watchStrangers(): Promise<void> {
  const floor = await liveFloor()
  floor.say({ burst: await burstNow(await database()) })
  floor.onDrawn(noteLater)
  noteLater(floor.hub.current().tiles)
  const watch = floorWatch()
  watch.add({
    name: 'strangers',
    importance: 7,
    wishes: () => CLOSE,
    read: closeNextStranger,
  })
  watch.add({
    name: 'flood of strangers',
    importance: 8,
    wishes: () => CLOSE_FLOOD,
    read: closeNextOfFlood,
  })
  watch.add({ name: 'burst', importance: 9, wishes: () => LOOK, read: look })
  watch.add({
    name: 'forgotten strangers',
    importance: 10,
    wishes: () => FORGET,
    read: async () => forgetStrangers(await database(), await liveFloor()),
  })
}

/** A manager has set another rule, and all that wait go by it from now on. */
export async function replanStrangers(): Promise<void> {
  const floor = await liveFloor()
  const waiting = floor.hub.current().tiles.filter((tile) => tileState(tile) === 'stranger')
  const spotIds = waiting.flatMap(({ spot }) => spot?.id ?? [])
  await Promise.all(spotIds.map((spotId) => floor.spotTouched(spotId)))
  await look()
}

/** Tells all screens whether many codes of no register have come lately. */
export async function look(): Promise<void> {
  await inTurn('stranger burst', async () => {
    const burst = await lookForBurst(await database(), now())
    ;(await liveFloor()).say({ burst })
  })
}

function noteLater(tiles: readonly Tile[]): void {
  note(tiles).catch((err: unknown) => {
    log().error({ err }, 'codes of no register could not be noted')
  })
}

async function note(tiles: readonly Tile[]): Promise<void> {
  if (!tiles.some((tile) => tileState(tile) === 'stranger')) return
  if ((await noteStrangers(await database(), tiles)) > 0) await look()
}
