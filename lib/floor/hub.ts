import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Floor, FloorPatch } from '#contract/floor.ts'
import { diffFloors } from './diff.ts'

export type FloorEvent =
  | { event: 'snapshot'; id: string; data: Floor }
  | { event: 'patch'; id: string; data: FloorPatch }

const KEPT_PATCHES = 200
/** More tiles than the floor has are no shorter than the whole floor, and a small floor keeps some steps too. */
const KEPT_TILES = 200

/** The floor as every screen sees it, with the recent patches and those who wait for the next one. */
export class Hub {
  #floor: Floor
  /** One string for all who ask, since thousands of screens are compared by it. */
  #id: string
  #patches: FloorPatch[] = []
  #keptTiles = 0
  #waiting = new Set<() => void>()

  constructor() {
    this.#floor = {
      boot: randomBytes(6).toString('hex'),
      version: 0,
      title: '',
      asOf: null,
      trouble: null,
      openAsOf: null,
      followed: [],
      tiles: [],
    }
    this.#id = this.#idOf(0)
  }

  current(): Floor {
    return this.#floor
  }

  /** Names the present floor; the ETag of reads and the id of events. */
  currentId(): string {
    return this.#id
  }

  publish(next: Omit<Floor, 'boot' | 'version'>): void {
    const floor = { ...next, boot: this.#floor.boot, version: this.#floor.version + 1 }
    const patch = diffFloors(this.#floor, floor)
    if (!patch) return
    this.#floor = floor
    this.#id = this.#idOf(floor.version)
    this.#keep(patch)
    const waiting = this.#waiting
    this.#waiting = new Set()
    for (const wake of waiting) wake()
  }

  /**
   * What a screen that last saw the event of this id still has to hear: nothing, the patches in between, or the whole
   * floor where the id is of another run or too old.
   */
  eventsSince(lastId: string | null): FloorEvent[] {
    if (lastId === this.currentId()) return []
    const [boot, version] = lastId?.split('-') ?? []
    const start = this.#patches.findIndex((patch) => patch.from === Number(version))
    if (boot !== this.#floor.boot || start === -1) {
      return [{ event: 'snapshot', id: this.currentId(), data: this.#floor }]
    }
    return this.#patches
      .slice(start)
      .map((patch) => ({ event: 'patch', id: this.#idOf(patch.to), data: patch }))
  }

  /** Calls `wake` once at the next change; the answer takes that back. */
  onNextChange(wake: () => void): () => void {
    this.#waiting.add(wake)
    return () => this.#waiting.delete(wake)
  }

  /** So few that a screen which comes back never has to be sent much more than a snapshot would be. */
  #keep(patch: FloorPatch): void {
    this.#patches.push(patch)
    this.#keptTiles += weightOf(patch)
    const most = Math.max(KEPT_TILES, this.#floor.tiles.length)
    while (this.#patches.length > KEPT_PATCHES || this.#keptTiles > most) {
      const oldest = this.#patches.shift()
      if (oldest) this.#keptTiles -= weightOf(oldest)
    }
  }

  #idOf(version: number): string {
    return `${this.#floor.boot}-${version}`
  }
}

function weightOf({ set, removed, order }: FloorPatch): number {
  return set.length + removed.length + (order?.length ?? 0)
}
