import 'server-only'
import type { ServerResponse } from 'node:http'
import type { Permission } from '#contract/permission.ts'
import { announceSessionEnd, onSessionEnds } from '#lib/auth/sessions.ts'
import type { SignedIn } from '#lib/auth/signed-in.ts'
import { after, now } from '#lib/runtime/clock.ts'
import { isShuttingDown, onShutdown } from '#lib/runtime/lifecycle.ts'
import { log } from '#lib/runtime/log.ts'
import { standingHeaders } from './answer.ts'
import type { ReadCall } from './reading.ts'

/** Where streams get their events from. */
export interface EventSource {
  /** Names the newest event. */
  currentId: () => string
  /** What a reader that was last sent the event of this id still has to be sent; empty where that is nothing. */
  since: (lastId: string | null) => Buffer
  /** Calls back once when there is more. */
  onNextChange: (wake: () => void) => void
  /** Told about once a second while anybody reads. */
  isRead: () => void
}

interface Audience {
  source: EventSource
  permission: Permission
  /** Those of the sessions that may be used now. */
  findOpenSessions: (sessionIds: readonly string[]) => Promise<ReadonlyMap<string, SignedIn>>
}

interface Reader {
  response: ServerResponse
  sessionId: string
  lastId: string | null
  endsAt: number
  /** Not everything that was written has been taken: nothing more is written until it has. */
  isBehind: boolean
}

const LOOK_EVERY_MS = 1000
const HEARTBEAT_MS = 10_000
const LONGEST_STREAM_MS = 300_000
const RETRY = Buffer.from('retry: 1000\n\n')
const HEARTBEAT = Buffer.from(': alive\n\n')

/**
 * Server-sent events for everybody who reads one source. What is to be sent is made once and written to all. A slow
 * reader is not written to until it has taken what there was, and is then brought up to date by what the source says,
 * so that it misses steps in between instead of filling memory.
 */
export class EventStreams {
  readonly #audience: Audience
  readonly #readers = new Set<Reader>()
  #isLooking = false
  #isAsking = false
  #isBlind = false
  #toldAt = 0

  constructor(audience: Audience) {
    this.#audience = audience
    this.#awaitChange()
    onSessionEnds((sessionId) => this.#endThose((reader) => reader.sessionId === sessionId))
    onShutdown('streams', () => this.#endThose(() => true), 'streams')
  }

  open({ headers, origin, session, response }: ReadCall): void {
    response.writeHead(200, {
      ...standingHeaders(origin),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    })
    if (response.req.method === 'HEAD' || isShuttingDown()) {
      response.end()
      return
    }
    const reader: Reader = {
      response,
      sessionId: session.sessionId,
      lastId: headers.get('last-event-id'),
      // Proxies cut long answers anyway. Those that began together do not come back together.
      endsAt: now() + LONGEST_STREAM_MS * (1 - Math.random() / 5),
      isBehind: false,
    }
    this.#readers.add(reader)
    response.once('close', () => this.#readers.delete(reader))
    response.on('drain', () => {
      reader.isBehind = false
      this.#bringUpToDate(reader, this.#audience.source.since(reader.lastId))
    })
    this.#audience.source.isRead()
    this.#bringUpToDate(reader, Buffer.concat([RETRY, this.#audience.source.since(reader.lastId)]))
    if (!this.#isLooking) this.#lookSoon()
  }

  #awaitChange(): void {
    // What changes within one turn of the event loop goes out as one write.
    this.#audience.source.onNextChange(() => setImmediate(() => this.#tell()))
  }

  #tell(): void {
    this.#awaitChange()
    this.#toldAt = now()
    const { source } = this.#audience
    const known = new Map<string | null, Buffer>()
    for (const reader of this.#readers) {
      if (reader.isBehind) continue
      const events = known.get(reader.lastId) ?? source.since(reader.lastId)
      known.set(reader.lastId, events)
      this.#bringUpToDate(reader, events)
    }
  }

  #bringUpToDate(reader: Reader, events: Buffer): void {
    reader.lastId = this.#audience.source.currentId()
    if (events.length > 0) write(reader, events)
  }

  #lookSoon(): void {
    this.#isLooking = true
    after(LOOK_EVERY_MS, () => {
      this.#isLooking = false
      this.#look()
      if (this.#readers.size > 0) this.#lookSoon()
    })
  }

  #look(): void {
    if (this.#readers.size > 0) this.#audience.source.isRead()
    const at = now()
    this.#endThose((reader) => at >= reader.endsAt)
    if (!this.#isAsking) void this.#endUnwelcome()
    if (at - this.#toldAt < HEARTBEAT_MS) return
    this.#toldAt = at
    for (const reader of this.#readers) if (!reader.isBehind) write(reader, HEARTBEAT)
  }

  /** What another process has ended, or taken a permission from, only the database knows. */
  async #endUnwelcome(): Promise<void> {
    this.#isAsking = true
    const asked = new Set([...this.#readers].map(({ sessionId }) => sessionId))
    try {
      const open = await this.#audience.findOpenSessions([...asked])
      // Told to all, so that a screen which comes back at once is not let in by what was believed a moment ago.
      for (const sessionId of asked) if (!open.has(sessionId)) announceSessionEnd(sessionId)
      this.#endThose(
        ({ sessionId }) =>
          asked.has(sessionId) &&
          open.get(sessionId)?.permissions.includes(this.#audience.permission) !== true,
      )
      this.#isBlind = false
    } catch (err) {
      // Trouble with the database is told in the stream; whoever was let in goes on hearing of it.
      if (!this.#isBlind) log().warn({ err }, 'the sessions of open streams cannot be looked up')
      this.#isBlind = true
    }
    this.#isAsking = false
  }

  #endThose(isOver: (reader: Reader) => boolean): void {
    for (const reader of this.#readers) {
      if (!isOver(reader)) continue
      this.#readers.delete(reader)
      // An orderly end would wait behind what a slow reader does not take.
      if (reader.isBehind) reader.response.destroy()
      else reader.response.end()
    }
  }
}

function write(reader: Reader, text: Buffer): void {
  reader.isBehind = !reader.response.write(text)
}
