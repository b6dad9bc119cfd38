import type { Reading } from '#lib/floor/merge.ts'
import type { WalletSpot } from '#lib/wallet/spot-schemas.ts'

const POLL_EVERY_MS = 7000
const next = new Map([
  ['closed', 'waiting'],
  ['waiting', 'open'],
  ['open', 'closed'],
])

/** What the wallet says at one poll: first answers about single spots, then the list of those that wait. */
export interface Poll {
  at: number
  readings: Reading[]
}

/** Polls of a house where `changes` spots go on to their next status between one poll and the next; always the same. */
export function pollsOf(house: { spots: number; changes: number; polls: number }): Poll[] {
  const random = seeded(1)
  const statuses = Array.from({ length: house.spots }, (_, index): string =>
    index % 3 === 0 ? 'open' : 'closed',
  )
  return Array.from({ length: house.polls }, (_, poll) => {
    const at = (poll + 1) * POLL_EVERY_MS
    const touched = poll === 0 ? [...statuses.keys()] : someOf(house.spots, house.changes, random)
    if (poll > 0) {
      for (const index of touched) statuses[index] = next.get(statuses[index] ?? '') ?? 'closed'
    }
    const spots = statuses.map((status, index) => spotAt(index, status))
    const answers = touched.flatMap((index): Reading[] => {
      const spot = spots[index]
      // Who begins to wait is first heard of through the list.
      if (!spot || spot.status === 'waiting') return []
      return [{ kind: 'spot', spot, startedAt: at - 20, at: at - 10 }]
    })
    const waiting = spots.filter((spot) => spot.status === 'waiting')
    const list: Reading = { kind: 'list', status: 'waiting', spots: waiting, startedAt: at - 5, at }
    return { at, readings: [...answers, list] }
  })
}

function spotAt(index: number, status: string): WalletSpot {
  return {
    id: index + 1,
    status,
    identifier: `TABLE${index + 1}`,
    placeInfo: { title: 'Cool caffe', locationId: 3 },
  }
}

function someOf(count: number, wanted: number, random: () => number): number[] {
  const some = new Set<number>()
  while (some.size < wanted) some.add(Math.floor(random() * count))
  return [...some]
}

/** Park and Miller's generator: the same numbers in each run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
