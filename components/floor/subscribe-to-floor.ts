import { applyFloorPatch } from '#contract/floor.ts'
import type { Floor, FloorPatch } from '#contract/floor.ts'
import { isFloor, isFloorPatch } from '#components/floor/read-floor.ts'
import { ProblemError, knownProblem } from '#components/http/problem-error.ts'
import type { Answer } from '#components/http/send.ts'

/** Why this screen hears nothing: its own network, Spotboard, or an update that it is too old for. */
export type SilenceCause = 'device' | 'spotboard' | 'outdated'

export interface FloorNews {
  floor: Floor | null
  silence: SilenceCause | null
}

/** The stream of the floor as the browser offers it; `isClosed` means that it gave up for good. */
export interface FloorStream {
  isClosed(): boolean
  close(): void
}

export interface FloorWorld {
  openStream(hear: {
    snapshot: (data: string) => void
    patch: (data: string) => void
    broken: () => void
  }): FloorStream
  /** `GET /api/floor` with the tag of what is known already. */
  ask(etag: string | null, timeoutMs: number): Promise<Answer>
  /** Calls back when the device wakes up or its network comes or goes; the answer ends that. */
  onWake(wake: () => void): () => void
  toSignIn(): void
}

/**
 * After this silence the stream is not believed any more, and Spotboard is asked. Together with the first wait for the
 * answer it stays below 5 s, within which a screen has to say why it hears nothing.
 */
const QUIET_MS = 2_500
const FIRST_WAIT_MS = 1_500
/** Once the screen has said so, a slow network gets the time that it needs. */
const LATER_WAIT_MS = 6_000
const RETRY_MS = 2_500
/** How often the floor is read where the stream cannot be held. */
const POLL_MS = 3_000

/** Keeps `report` told about the floor until the function that it answers with is called. */
export function subscribeToFloor(report: (news: FloorNews) => void, world: FloorWorld): () => void {
  let news: FloorNews = { floor: null, silence: null }
  let stream = open()
  let timer = setTimeout(ask, QUIET_MS)
  let heard = 0
  let isAsking = false
  let isOver = false

  function open(): FloorStream {
    return world.openStream({
      snapshot: (data) => hear(() => parsed(data, isFloor)),
      patch: (data) => hear(() => fold(parsed(data, isFloorPatch))),
      // Ordinary too: the stream ends itself every few minutes. What it means is found out by asking.
      broken: ask,
    })
  }

  function tell(next: FloorNews) {
    if (next.floor === news.floor && next.silence === news.silence) return
    news = next
    report(news)
  }

  function hear(next: () => Floor | null) {
    if (isOver) return
    heard += 1
    askIn(QUIET_MS)
    try {
      tell({ floor: next(), silence: null })
    } catch {
      tell({ ...news, silence: 'outdated' })
    }
  }

  function fold(patch: FloorPatch): Floor | null {
    const { floor } = news
    if (floor?.version === patch.from) return applyFloorPatch(floor, patch)
    if (!floor || patch.to > floor.version) {
      // A gap: a new stream begins with a snapshot.
      stream.close()
      stream = open()
    }
    return floor
  }

  function askIn(delayMs: number) {
    clearTimeout(timer)
    timer = setTimeout(ask, delayMs)
  }

  function ask() {
    if (isAsking || isOver) return
    isAsking = true
    const heardBefore = heard
    const { floor, silence } = news
    void world
      .ask(
        floor && `"${floor.boot}-${floor.version}"`,
        silence === null ? FIRST_WAIT_MS : LATER_WAIT_MS,
      )
      .then((answer) => answered(answer))
      .catch((error: unknown) => {
        // The stream spoke meanwhile, so one lost question means nothing.
        if (heard === heardBefore) failed(error)
      })
      .finally(() => {
        isAsking = false
      })
  }

  function answered({ status, body }: Answer) {
    if (isOver) return
    tell({ floor: status === 304 ? news.floor : newer(believed(body, isFloor)), silence: null })
    if (stream.isClosed()) {
      stream = open()
      askIn(POLL_MS)
    } else askIn(QUIET_MS)
  }

  /** An answer that was on its way while a patch arrived must not turn the floor back. */
  function newer(answer: Floor): Floor {
    const { floor } = news
    return floor && floor.boot === answer.boot && floor.version >= answer.version ? floor : answer
  }

  function failed(error: unknown) {
    if (isOver) return
    const { code, isOffline } = knownProblem(error)
    if (code === 'unauthenticated') return world.toSignIn()
    askIn(RETRY_MS)
    if (code === 'unreadable') tell({ ...news, silence: 'outdated' })
    else tell({ ...news, silence: isOffline ? 'device' : 'spotboard' })
  }

  const stopWaking = world.onWake(ask)
  return () => {
    isOver = true
    clearTimeout(timer)
    stopWaking()
    stream.close()
  }
}

function believed<T>(value: unknown, is: (value: unknown) => value is T): T {
  if (!is(value)) throw new ProblemError('unreadable', { body: value })
  return value
}

function parsed<T>(data: string, is: (value: unknown) => value is T): T {
  return believed(JSON.parse(data), is)
}
