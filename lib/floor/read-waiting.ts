import 'server-only'
import { now } from '#lib/runtime/clock.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import type { WalletSpot } from '#lib/wallet/spot-schemas.ts'
import { liveFloor } from './live-floor.ts'
import { LongList } from './long-list.ts'
import { wallet } from './metered-wallet.ts'

type IsOurs = (spot: WalletSpot) => boolean

/** Believes the list of who waits, or its first page where made-up codes have made it long. */
export async function readWaiting(isOurs: IsOurs): Promise<void> {
  const startedAt = now()
  const list = waitingList()
  const { spots, isWhole, knownTo } = await list.read()
  const floor = await liveFloor()
  const at = now()
  const status = isWhole ? 'waiting' : null
  await floor.learn({ kind: 'list', status, spots: spots.filter(isOurs), startedAt, at })
  if (isWhole) floor.say({ asOf: at })
  // Where the wallet sorts by id, whoever came to a table that was scanned before stands on this page, and whoever was
  // the first at theirs on the last one.
  else if (floor.house.highestSpot() <= knownTo) {
    floor.say({ asOf: floor.house.isScanned() ? startedAt : Math.min(startedAt, list.lastReadAt) })
  }
}

/** Reads on in a long list of who waits; costs nothing while it is short. */
export async function readOtherWaiting(isOurs: IsOurs): Promise<void> {
  const startedAt = now()
  const part = await waitingList().readOther()
  if (!part) return
  const floor = await liveFloor()
  const at = now()
  const spots = part.spots.filter(isOurs)
  await floor.learn({ kind: 'list', status: null, spots, startedAt, at })
  if (part.roundSince === null) return
  // Whoever was waiting before the round and stood on none of its pages is asked for by id (law 6).
  const round = { kind: 'list', status: 'waiting', spots: [], at } as const
  await floor.learn({ ...round, startedAt: part.roundSince })
  const { asOf } = floor.hub.current()
  floor.say({ asOf: Math.max(asOf ?? 0, part.roundSince) })
}

function waitingList(): LongList {
  return oncePerProcess('waiting-list', () => new LongList(readPage, now))
}

function readPage(page: { limit: number; offset: number }) {
  return wallet().listSpots({ status: 'waiting', ...page }, { priority: 'poll' })
}
