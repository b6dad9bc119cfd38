import { isDeepStrictEqual } from 'node:util'
import { applyFloorPatch, type Floor, type Tile } from '#contract/floor.ts'
import * as schema from '#contract/floor-schema.ts'
import { merge, type BelievedSpot } from '#lib/floor/merge.ts'
import { noMoney } from '#lib/floor/spot-money.ts'
import { compareTiles, tileOfSpot } from '#lib/floor/tile.ts'
import { pollsOf, type Poll } from './parts/busy-house.ts'
import { patches, snapshots, type Wire } from './parts/floor-wires.ts'
import { inWords, printRows, ratios, RUNS } from './parts/spread.ts'

const POLLS = 300
const SCREENS = 4

const houses = [
  { title: '40 spots, quiet', spots: 40, changes: 0 },
  { title: '40 spots, one changes at each poll', spots: 40, changes: 1 },
  { title: '400 spots, quiet', spots: 400, changes: 0 },
  { title: '400 spots, ten change at each poll', spots: 400, changes: 10 },
]

for (const house of houses) {
  const polls = pollsOf({ ...house, polls: POLLS })
  // This run also warms the code up.
  requireSameFloor(polls)
  const runs = Array.from({ length: RUNS }, () => ({
    ours: measure(polls, patches()),
    peer: measure(polls, snapshots()),
  }))
  const row = (of: (run: (typeof runs)[number]) => number) => runs.map((run) => of(run))
  const bytes = [row(({ ours }) => ours.bytes), row(({ peer }) => peer.bytes)] as const
  const cpu = [row(({ ours }) => ours.cpuUs), row(({ peer }) => peer.cpuUs)] as const
  console.log(`  ${house.title}`)
  printRows([
    ['  bytes a poll and screen, patches', inWords(bytes[0], 'B')],
    ['  bytes a poll and screen, snapshots', inWords(bytes[1], 'B')],
    ['  patches ÷ snapshots', inWords(ratios(...bytes), '', 3)],
    [`  CPU a poll with ${SCREENS} screens, patches`, inWords(cpu[0], 'µs')],
    [`  CPU a poll with ${SCREENS} screens, snapshots`, inWords(cpu[1], 'µs')],
    ['  patches ÷ snapshots', inWords(ratios(...cpu), '', 2)],
  ])
}

/** What a poll costs once the floor has been read for the first time. */
function measure([first, ...later]: readonly Poll[], wire: Wire) {
  const learn = learnerOf(wire)
  const lastIds = Array.from({ length: SCREENS }, (): string | null => null)
  let bytes = 0
  const tell = () => {
    for (const [screen, lastId] of lastIds.entries()) {
      const { id, text } = wire.eventsSince(lastId)
      lastIds[screen] = id
      bytes += Buffer.byteLength(text)
    }
  }
  if (first) learn(first, tell)
  bytes = 0
  const before = process.cpuUsage()
  for (const poll of later) learn(poll, tell)
  const { user, system } = process.cpuUsage(before)
  return { bytes: bytes / later.length / SCREENS, cpuUs: (user + system) / later.length }
}

/** Believes polls as the live floor does, in memory only, and has the screens told. */
function learnerOf(wire: Wire): (poll: Poll, tell: () => void) => void {
  let spots: ReadonlyMap<number, BelievedSpot> = new Map()
  let revision = 0
  const tiles = new Map<number, Tile>()
  return ({ at, readings }, tell) => {
    for (const reading of readings) {
      const merged = merge(spots, reading)
      spots = merged.spots
      if (merged.changed.length === 0) continue
      for (const spot of merged.changed) {
        revision += 1
        tiles.set(spot.id, tileOfSpot(spot, noMoney, revision, 'EUR'))
      }
      wire.publish({ ...wire.current(), tiles: [...tiles.values()].toSorted(compareTiles) })
      if (wire.tellsAfter === 'publication') tell()
    }
    wire.publish({ ...wire.current(), asOf: at })
    tell()
  }
}

/** A screen that folds the patches must see what the other one is sent whole. */
function requireSameFloor(polls: readonly Poll[]): void {
  const [ours, peer] = [patches(), snapshots()]
  const [learnOurs, learnPeer] = [learnerOf(ours), learnerOf(peer)]
  let seen: Floor | null = null
  let lastId: string | null = null
  const hear = () => {
    const { id, text } = ours.eventsSince(lastId)
    lastId = id
    for (const [, event, data = ''] of text.matchAll(/^event: (.*)\nid: .*\ndata: (.*)$/gm)) {
      const json: unknown = JSON.parse(data)
      if (event === 'snapshot') seen = schema.Floor.parse(json)
      else if (seen) seen = applyFloorPatch(seen, schema.FloorPatch.parse(json))
    }
  }
  for (const poll of polls) {
    learnOurs(poll, hear)
    learnPeer(poll, () => {})
    const { boot, version } = peer.current()
    if (!seen || !isDeepStrictEqual({ ...Object(seen), boot, version }, peer.current())) {
      throw new Error('The patches do not add up to the floor.')
    }
  }
}
