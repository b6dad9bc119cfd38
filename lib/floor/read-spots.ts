import 'server-only'
import { now } from '#lib/runtime/clock.ts'
import { environment } from '#lib/runtime/environment.ts'
import { log } from '#lib/runtime/log.ts'
import { isWalletError } from '#lib/wallet/errors.ts'
import type { CallPriority } from '#lib/wallet/call.ts'
import type { WalletSpot } from '#lib/wallet/spot-schemas.ts'
import { liveFloor, type LiveFloor } from './live-floor.ts'
import { allPages } from './all-pages.ts'
import { wallet } from './metered-wallet.ts'
import type { BelievedSpot } from './merge.ts'
import { readOtherWaiting, readWaiting } from './read-waiting.ts'
import { floorWatch } from './watch.ts'

/** Of guests who come at any moment, nineteen of twenty are seen within 10 s, and 20 s when the hour gets short. */
const WAITING = { neededMs: 20_000, promisedMs: 9800, goodMs: 9800, bestMs: 7000 }
const WAITING_UNWATCHED = { neededMs: 60_000, promisedMs: 30_000, goodMs: 30_000, bestMs: 30_000 }
/** What follows the first page of a long list; whoever stands there and is no stranger is seen a little later. */
const OTHERS_WAITING = { neededMs: 240_000, promisedMs: 60_000, goodMs: 60_000, bestMs: 60_000 }
const OPEN = { neededMs: 300_000, promisedMs: 300_000, goodMs: 120_000, bestMs: 60_000 }
const OPEN_UNWATCHED = { neededMs: 600_000, promisedMs: 300_000, goodMs: 180_000, bestMs: 180_000 }
/** When nobody looks and nobody is in the house. */
const WAITING_CLOSED = { neededMs: 60_000, promisedMs: 60_000, goodMs: 60_000, bestMs: 60_000 }
const OPEN_CLOSED = { neededMs: 600_000, promisedMs: 600_000, goodMs: 600_000, bestMs: 600_000 }
const LOCATIONS = {
  neededMs: 3_600_000,
  promisedMs: 3_600_000,
  goodMs: 1_800_000,
  bestMs: 1_800_000,
}
/** Many at once would keep a new guest waiting behind them, as after a list that was wrong once. */
const IN_DOUBT = { neededMs: 20_000, promisedMs: 10_000, goodMs: 5000, bestMs: 1000 }

/** It costs no call. */
const COUNTER = { neededMs: 10_000, promisedMs: 10_000, goodMs: 10_000, bestMs: 10_000 }

/** Keeps the floor's spots up to date for as long as the process runs. */
export function watchSpots(): void {
  const watch = floorWatch()
  let isAnybodyHere = true
  watch.add({
    name: 'waiting',
    importance: 1,
    wishes: (isWatched) => {
      if (isWatched) return WAITING
      return isAnybodyHere ? WAITING_UNWATCHED : WAITING_CLOSED
    },
    read: async () => {
      await readWaiting(isOurs)
      const { tiles } = (await liveFloor()).hub.current()
      isAnybodyHere = tiles.some((tile) => (tile.spot?.status ?? 'closed') !== 'closed')
    },
  })
  watch.add({
    name: 'in doubt',
    importance: 3,
    wishes: () => IN_DOUBT,
    read: async () => {
      const floor = await liveFloor()
      const [spotId] = floor.inDoubt()
      if (spotId !== undefined) await readSpot(spotId, 'poll')
    },
  })
  watch.add({
    name: 'open',
    importance: 4,
    wishes: (isWatched) => {
      if (isWatched) return OPEN
      return isAnybodyHere ? OPEN_UNWATCHED : OPEN_CLOSED
    },
    read: readOpen,
  })
  watch.add({
    name: 'others waiting',
    importance: 5,
    wishes: () => OTHERS_WAITING,
    read: () => readOtherWaiting(isOurs),
  })
  watch.add({ name: 'locations', importance: 5, wishes: () => LOCATIONS, read: readLocations })
  watch.add({
    name: 'counter',
    importance: 6,
    wishes: () => COUNTER,
    read: async () => (await liveFloor()).lookAtCounter(),
  })
}

/**
 * Asks the wallet for one spot and believes the answer. Answers undefined where the wallet knows no such spot of this
 * merchant; throws the wallet's other errors.
 */
export async function readSpot(
  spotId: number,
  priority: CallPriority,
): Promise<BelievedSpot | undefined> {
  const floor = await liveFloor()
  const startedAt = now()
  try {
    const spot = await wallet().getSpot(spotId, { priority })
    if (!isOurs(spot)) return undefined
    await floor.learn({ kind: 'spot', spot, startedAt, at: now() })
  } catch (error) {
    const isUnknown =
      isWalletError(error) &&
      error.code === 'refused' &&
      (error.status === 404 || error.status === 403)
    if (!isUnknown) throw error
    await floor.learn({ kind: 'gone', spotId, startedAt, at: now() })
  }
  return floor.spot(spotId)
}

async function readOpen(): Promise<void> {
  const startedAt = now()
  const spots = await allPages(
    (page) => wallet().listSpots({ status: 'open', ...page }, { priority: 'poll' }),
    ({ id }) => id,
  )
  const floor = await liveFloor()
  const at = now()
  await floor.learn({ kind: 'list', status: 'open', spots: spots.filter(isOurs), startedAt, at })
  floor.say({ openAsOf: now() })
}

/** Locations name the house and, where the wallet fills it in, hold the spots that nobody has scanned yet. */
async function readLocations(): Promise<void> {
  const startedAt = now()
  const floor = await liveFloor()
  try {
    const all = await wallet().listClientLocations({ priority: 'poll' })
    const locations = all.filter((location) => isChosen(location.id))
    const spots = locations.flatMap((location) =>
      (location.spots ?? []).map((spot) => ({
        ...spot,
        placeInfo: { title: location.title, locationId: location.id, ...spot.placeInfo },
      })),
    )
    const news = spots.filter((spot) => isNews(floor, spot))
    await floor.learn({ kind: 'list', status: null, spots: news, startedAt, at: now() })
    floor.say({ title: locations.map((location) => location.title).join(' · ') })
  } catch (error) {
    // A client without the right to see its locations still has a floor.
    if (!isWalletError(error) || error.code !== 'refused' || error.status === 401) throw error
    log().warn({ err: error }, 'the wallet does not show the locations')
  }
}

/** Free spots of codes that somebody made up are nobody's news, and there may be thousands of them (law 7). */
function isNews(floor: LiveFloor, { id, status, identifier, placeInfo }: WalletSpot): boolean {
  if (status !== 'closed' || floor.spot(id)) return true
  const locationId = placeInfo?.locationId ?? null
  return !floor.house.isStranger({ id, identifier: identifier ?? null, locationId })
}

/** A wallet may ignore the location filter, and may leave the location out. */
function isOurs(spot: WalletSpot): boolean {
  const locationId = spot.placeInfo?.locationId
  return locationId === undefined || isChosen(locationId)
}

function isChosen(locationId: number): boolean {
  const { walletLocationIds } = environment()
  return walletLocationIds.length === 0 || walletLocationIds.includes(locationId)
}
