import { ProblemError } from '#components/http/problem-error.ts'
import type { Answer } from '#components/http/send.ts'
import type { FloorStream, StreamEvent } from '#components/floor/subscribe-to-floor.ts'
import type { Floor, FloorPatch } from '#contract/floor.ts'
import { tileNamed } from './tile-fixture.ts'
import type { VirtualTime } from './virtual-time.ts'

const RECONNECT_MS = 1_000
const ASK_TIMEOUT_MS = 2_000
const KEPT_PATCHES = 5

/** Spotboard with one small floor, and the network between it and a browser. */
export class VirtualServer {
  readonly time: VirtualTime
  readonly chance: () => number
  /** Every floor that there ever was, and when it came to be. */
  readonly history = new Map<string, { floor: Floor; at: number; number: number }>()
  readonly #connections = new Set<Connection>()
  #patches: FloorPatch[] = []
  #boots = 0
  #floor: Floor
  isUp = true
  /** `swallows` loses everything without a word, as after a sleep or behind a dead access point. */
  network: 'fine' | 'lost' | 'swallows' = 'fine'
  isSignedIn = true
  questions = 0
  /** How many streams were asked for so far. */
  opened = 0
  /** When it became unreachable last. */
  lostAt = 0

  constructor(time: VirtualTime, chance: () => number) {
    this.time = time
    this.chance = chance
    this.#floor = this.#firstFloor()
  }

  get floor(): Floor {
    return this.#floor
  }

  get openStreams(): number {
    return [...this.#connections].filter(({ isHeld }) => isHeld).length
  }

  isReachable(): boolean {
    return this.isUp && this.network === 'fine'
  }

  publish(): void {
    if (!this.isUp) return
    const { boot, version, tiles } = this.#floor
    const index = Math.floor(this.chance() * tiles.length)
    const tile = tileNamed(`T${index}`, { revision: version + 1 })
    const news = { asOf: this.time.now, trouble: null }
    this.#floor = { ...this.#floor, ...news, version: version + 1, tiles: tiles.with(index, tile) }
    const patch = { from: version, to: version + 1, ...news, set: [tile], removed: [] }
    this.#patches = [...this.#patches, patch].slice(-KEPT_PATCHES)
    this.#remember()
    const event = {
      event: 'patch',
      id: `${boot}-${patch.to}`,
      data: JSON.stringify(patch),
    } as const
    for (const connection of this.#connections) connection.deliver([event])
  }

  stop(): void {
    this.#lose()
    this.isUp = false
    this.endStreams()
  }

  start(): void {
    if (this.isUp) return
    this.isUp = true
    this.#patches = []
    this.#floor = this.#firstFloor()
  }

  setNetwork(network: 'fine' | 'lost' | 'swallows'): void {
    if (network !== 'fine') this.#lose()
    this.network = network
    for (const connection of this.#connections) {
      if (network === 'swallows') connection.die()
      if (network === 'lost') connection.break()
    }
  }

  /** As the server does every few minutes. */
  endStreams(): void {
    for (const connection of this.#connections) connection.break()
  }

  connect(hear: (event: StreamEvent) => void, broken: () => void): FloorStream {
    const connection = new Connection(this, hear, broken)
    this.#connections.add(connection)
    this.opened += 1
    return {
      isClosed: () => connection.isOver,
      close: () => {
        connection.isOver = true
        this.#connections.delete(connection)
      },
    }
  }

  /** What a stream begins with. */
  eventsSince(lastId: string | null): StreamEvent[] {
    const { boot, version } = this.#floor
    const id = `${boot}-${version}`
    if (lastId === id) return []
    const missed = this.#patches.findIndex(({ from }) => lastId === `${boot}-${from}`)
    if (missed === -1) return [{ event: 'snapshot', id, data: JSON.stringify(this.#floor) }]
    return this.#patches.slice(missed).map((patch) => ({
      event: 'patch',
      id: `${boot}-${patch.to}`,
      data: JSON.stringify(patch),
    }))
  }

  async ask(etag: string | null): Promise<Answer> {
    this.questions += 1
    if (this.network === 'swallows') {
      await this.#wait(ASK_TIMEOUT_MS)
      throw new ProblemError('no_answer')
    }
    const isOffline = this.network === 'lost'
    await this.#wait(this.chance() * 150)
    if (!this.isReachable()) throw new ProblemError('no_answer', { isOffline })
    if (!this.isSignedIn) throw new ProblemError('unauthenticated')
    const tag = `"${this.#floor.boot}-${this.#floor.version}"`
    const body: Floor = structuredClone(this.#floor)
    await this.#wait(this.chance() * 150)
    if (!this.isReachable()) throw new ProblemError('no_answer', { isOffline })
    return etag === tag ? { status: 304, etag, body: undefined } : { status: 200, etag: tag, body }
  }

  #wait(durationMs: number): Promise<void> {
    return new Promise((resolve) => this.time.after(durationMs, resolve))
  }

  #lose(): void {
    if (this.isReachable()) this.lostAt = this.time.now
  }

  #firstFloor(): Floor {
    this.#boots += 1
    const tiles = ['T0', 'T1', 'T2'].map((name) => tileNamed(name))
    const boot = `b${this.#boots}`
    this.#floor = {
      boot,
      version: 0,
      title: boot,
      asOf: this.time.now,
      openAsOf: null,
      followed: null,
      trouble: null,
      tiles,
    }
    this.#remember()
    return this.#floor
  }

  #remember(): void {
    const { boot, version } = this.#floor
    const number = this.history.size
    this.history.set(`${boot}-${version}`, { floor: this.#floor, at: this.time.now, number })
  }
}

/** One stream as a browser holds it: it connects anew by itself, and what it brings keeps its order. */
class Connection {
  isOver = false
  /** The server has it open and it is not dead. */
  isHeld = false
  readonly #server: VirtualServer
  readonly #hear: (event: StreamEvent) => void
  readonly #broken: () => void
  #lastId: string | null = null
  #attempt = 0
  #deliversAt = 0

  constructor(server: VirtualServer, hear: (event: StreamEvent) => void, broken: () => void) {
    this.#server = server
    this.#hear = hear
    this.#broken = broken
    this.#connectIn(0)
  }

  deliver(events: readonly StreamEvent[]): void {
    if (!this.isHeld) return
    this.#soon(() => {
      for (const event of events) {
        this.#lastId = event.id
        this.#hear(event)
      }
    })
  }

  die(): void {
    this.isHeld = false
    this.#attempt += 1
  }

  break(): void {
    if (!this.isHeld) return
    this.die()
    this.#soon(() => this.#fail())
  }

  #fail(): void {
    this.#connectIn(RECONNECT_MS)
    this.#broken()
  }

  #connectIn(delayMs: number): void {
    const { time, chance } = this.#server
    this.#attempt += 1
    const attempt = this.#attempt
    time.after(delayMs + chance() * 40, () => {
      if (attempt !== this.#attempt || this.isOver) return
      if (this.#server.network === 'swallows') return
      if (!this.#server.isReachable()) return this.#fail()
      if (!this.#server.isSignedIn) {
        this.isOver = true
        return this.#broken()
      }
      this.isHeld = true
      this.deliver(this.#server.eventsSince(this.#lastId))
    })
  }

  #soon(act: () => void): void {
    const { time, chance } = this.#server
    const attempt = this.#attempt
    this.#deliversAt = Math.max(this.#deliversAt, time.now + chance() * 40)
    time.after(this.#deliversAt - time.now, () => {
      if (attempt === this.#attempt && !this.isOver) act()
    })
  }
}
