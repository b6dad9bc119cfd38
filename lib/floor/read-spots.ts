import 'server-only'
import { now } from '#lib/runtime/clock.ts'
import { environment } from '#lib/runtime/environment.ts'
import { log } from '#lib/runtime/log.ts'
import { isWalletError } from '#lib/wallet/errors.ts'
import type { CallPriority } from '#lib/wallet/call.ts'
import type { WalletSpot } from '#lib/wallet/spot-schemas.ts'
import { liveFloor } from './live-floor.ts'
import { allPages } from './all-pages.ts'
import { wallet } from './metered-wallet.ts'
import type { BelievedSpot } from './merge.ts'
import { floorWatch } from './watch.ts'

const WAITING_MS = { watched: 7000, unwatched: 30_000 }
const OPEN_MS = { watched: 60_000, unwatched: 180_000 }
const LOCATIONS_MS = 1_800_000

/** Keeps the floor's spots up to date for as long as the process runs. */
export function watchSpots(): void {
  const watch = floorWatch()
  watch.add({ name: 'locations', intervalMs: () => LOCATIONS_MS, read: readLocations })
  watch.add({
    name: 'waiting',
    intervalMs: (isWatched) => (isWatched ? WAITING_MS.watched : WAITING_MS.unwatched),
    read: async () => {
      await readList('waiting')
      const floor = await liveFloor()
      floor.say({ asOf: now() })
      return 'asked'
    },
  })
  watch.add({
    name: 'open',
    intervalMs: (isWatched) => (isWatched ? OPEN_MS.watched : OPEN_MS.unwatched),
    read: async () => {
      await readList('open')
      const floor = await liveFloor()
      floor.say({ openAsOf: now() })
      return 'asked'
    },
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

async function readList(status: 'waiting' | 'open'): Promise<void> {
  const startedAt = now()
  const spots = await allPages((page) =>
    wallet().listSpots({ status, ...page }, { priority: 'poll' }),
  )
  const floor = await liveFloor()
  const ask = await floor.learn({
    kind: 'list',
    status,
    spots: spots.filter(isOurs),
    startedAt,
    at: now(),
  })
  for (const spotId of ask) await readSpot(spotId, 'poll')
}

/** Locations name the house and, where the wallet fills it in, hold the spots that nobody has scanned yet. */
async function readLocations(): Promise<'asked'> {
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
    await floor.learn({ kind: 'list', status: null, spots, startedAt, at: now() })
    floor.say({ title: locations.map((location) => location.title).join(' · ') })
  } catch (error) {
    // A client without the right to see its locations still has a floor.
    if (!isWalletError(error) || error.code !== 'refused' || error.status === 401) throw error
    log().warn({ err: error }, 'the wallet does not show the locations')
  }
  return 'asked'
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
