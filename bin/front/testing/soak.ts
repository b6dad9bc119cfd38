import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { setImmediate as turn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { announceSessionEnd, revokeSession } from '#lib/auth/sessions.ts'
import { makeTile, openFloorDoor, type FloorDoor } from './floor-door.ts'
import { listenTo, nothingSeen, type Seen } from './screen.ts'

const VIEWERS = 60
const TILES = 40
const LEAST_ROUNDS = 9
/** What the garbage collector leaves lying around differs by about this much from one round to the next. */
const PLAY_BYTES = 3_000_000

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/**
 * Viewers come, hear, stop reading, lose their sessions and go, again and again while the floor changes. Each round
 * ends with nobody there; fails where something of them is left, or where memory goes on growing.
 */
export async function soak(forMs: number, say: (line: string) => void): Promise<void> {
  const door = await openFloorDoor()
  const left: WeakRef<ServerResponse>[] = []
  door.server.on('request', (_, response) => left.push(new WeakRef(response)))
  const heap: number[] = []
  const endsAt = performance.now() + forMs
  try {
    while (performance.now() < endsAt || heap.length < LEAST_ROUNDS) {
      await playRound(door)
      await untilNothingIsLeft(left)
      heap.push(process.memoryUsage().heapUsed)
      say(`round ${heap.length}: ${megabytes(heap.at(-1))} of heap`)
    }
  } finally {
    await door.close()
  }
  const third = Math.floor(heap.length / 3)
  const [middle, last] = [heap.slice(third, 2 * third), heap.slice(-third)].map(medianOf)
  assert.ok(
    (last ?? NaN) < (middle ?? NaN) + PLAY_BYTES,
    `the heap has grown from ${megabytes(middle)} to ${megabytes(last)}`,
  )
}

async function playRound(door: FloorDoor): Promise<void> {
  const newcomer = await door.signIn('staff')
  const regular = await door.signIn('manager')
  const screens = Array.from({ length: VIEWERS }, () => nothingSeen())
  const streams = await Promise.all(
    screens.map((seen, number) =>
      listenTo(door.port, number % 6 === 0 ? newcomer.cookie : regular.cookie, seen),
    ),
  )
  for (const { answer } of streams.slice(0, VIEWERS / 10)) answer.pause()
  for (let change = 0; change < 400; change += 1) {
    publish(door, change)
    await turn()
  }
  await door.db.transaction().execute((trx) => revokeSession(trx, newcomer.sessionId))
  announceSessionEnd(newcomer.sessionId)
  const reading = screens.filter((_, number) => number >= VIEWERS / 10 && number % 6 !== 0)
  while (!reading.every((seen) => isUpToDate(door, seen))) await turn()
  for (const { drop } of streams) drop()
}

function publish(door: FloorDoor, change: number): void {
  const tiles = Array.from({ length: TILES }, (_, index) =>
    makeTile(index + 1, index === change % TILES ? change : 350),
  )
  door.hub.publish({ ...door.hub.current(), tiles })
}

function isUpToDate({ hub }: FloorDoor, seen: Seen): boolean {
  return seen.lastId === hub.currentId()
}

/** Garbage is found late, so this asks again for a while. */
async function untilNothingIsLeft(left: WeakRef<ServerResponse>[]): Promise<void> {
  const deadline = performance.now() + 20_000
  const count = () => left.filter((response) => response.deref() !== undefined).length
  do {
    await turn()
    collectGarbage()
    // The newest ones may still be held by what is just being done.
  } while (count() > 2 && performance.now() < deadline)
  assert.ok(count() <= 2, `${count()} of ${left.length} streams are left`)
  left.length = 0
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN
}

function megabytes(bytes = NaN): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
