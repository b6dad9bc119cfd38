import { applyFloorPatch } from '#contract/floor.ts'
import type { Floor, FloorPatch } from '#contract/floor.ts'
import { isFloor, isFloorPatch } from '#components/floor/read-floor.ts'
import { joinTabs } from '#components/floor/tabs.ts'
import type { TabsWorld } from '#components/floor/tabs.ts'
import { ProblemError, knownProblem } from '#components/http/problem-error.ts'
import type { Answer } from '#components/http/send.ts'

/** Why this screen hears nothing: its own network, Spotboard, or an update that it is too old for. */
export type SilenceCause = 'device' | 'spotboard' | 'outdated'

export interface FloorNews {
  floor: Floor | null
  silence: SilenceCause | null
}

/** An event of the stream; the id, `<boot>-<version>`, names the floor that it leads to. */
export interface StreamEvent {
  event: 'snapshot' | 'patch'
  id: string
  data: string
}

/** What the leading tab knows: which floor it shows, and why it hears nothing. */
interface Beat {
  event: 'beat'
  id: string | null
  silence: SilenceCause | null
}

export type FloorWord = StreamEvent | Beat

/** The stream of the floor as the browser offers it; `isClosed` means that it gave up for good. */
export interface FloorStream {
  isClosed(): boolean
  close(): void
}

export interface FloorWorld extends TabsWorld<FloorWord> {
  openStream(hear: (event: StreamEvent) => void, broken: () => void): FloorStream
  /** `GET /api/floor` with the tag of what is known already. */
  ask(etag: string | null, timeoutMs: number): Promise<Answer>
  after(delayMs: number, call: () => void): () => void
  /** Calls back when the device wakes up or its network comes or goes; the answer ends that. */
  onWake(wake: () => void): () => void
  toSignIn(): void
}

/** After this silence the stream is not believed any more, and Spotboard is asked: again each time that it passes. */
const QUIET_MS = 2_000
/** With the quiet before the question it is less than the five seconds within which a silence has to be named. */
const FIRST_WAIT_MS = 2_000
/** Once the silence has been named, a slow network gets the time that it needs. */
const LATER_WAIT_MS = 6_000

/** What is known now, and the patch alone that led to it from what was told before. */
type Report = (news: FloorNews, patch?: FloorPatch) => void

/**
 * Keeps `report` told about the floor until the function that it answers with is called. One tab of the browser holds
 * the stream and passes on what it hears, as it came: each tab folds for itself, and asks for itself when it sees from
 * the leader's beat that it missed something.
 */
export function subscribeToFloor(report: Report, world: FloorWorld): () => void {
  let news: FloorNews = { floor: null, silence: null }
  let stream: FloorStream | null = null
  let stopWaiting: (() => void) | undefined
  let heardAt = 0
  let heard = 0
  let isAsking = false
  let isOver = false

  function tell(next: FloorNews, patch?: FloorPatch) {
    if (next.floor === news.floor && next.silence === news.silence) return
    news = next
    report(news, patch)
  }

  function openStream() {
    stream?.close()
    stream = world.openStream(
      (event) => {
        tabs.say(event)
        hear(event)
      },
      // Ordinary too: the stream ends itself every few minutes. What it means is found out by asking.
      () => ask(),
    )
    waitForMore()
  }

  /** One timer serves many events, since to set one for each costs more than to fold it. */
  function waitForMore() {
    heardAt = world.now()
    if (stream && !stopWaiting) wait(QUIET_MS)
  }

  function wait(durationMs: number) {
    stopWaiting = world.after(durationMs, () => {
      stopWaiting = undefined
      if (!stream) return
      const quietMs = world.now() - heardAt
      // A clock that was put back says nothing about the silence.
      if (quietMs >= 0 && quietMs < QUIET_MS) wait(QUIET_MS - quietMs)
      else ask(stream)
    })
  }

  function hear({ event, id, data }: StreamEvent) {
    if (isOver) return
    heard += 1
    waitForMore()
    try {
      if (event === 'snapshot') return tell({ floor: newer(parsed(data, isFloor)), silence: null })
      const patch = parsed(data, isFloorPatch)
      tell({ floor: fold(patch, id), silence: null }, patch)
    } catch {
      tell({ ...news, silence: 'outdated' })
    }
  }

  function fold(patch: FloorPatch, id: string): Floor | null {
    const { floor } = news
    if (floor && id === idOf({ boot: floor.boot, version: patch.to })) {
      if (floor.version === patch.from) return applyFloorPatch(floor, patch)
      if (floor.version >= patch.to) return floor
    }
    // A gap: a new stream begins with a snapshot.
    if (stream) openStream()
    else ask()
    return floor
  }

  function hearBeat({ id, silence }: Beat) {
    if (silence !== null) tell({ ...news, silence })
    // A leader that has heard nothing yet knows less than this tab.
    else if (id !== null && isBehind(id)) ask()
    else if (id !== null) tell({ ...news, silence: null })
  }

  function isBehind(id: string): boolean {
    const { floor } = news
    const [boot, version] = id.split('-')
    return !floor || floor.boot !== boot || floor.version < Number(version)
  }

  /** `quiet` is the stream whose silence is the reason. */
  function ask(quiet: FloorStream | null = null) {
    if (isAsking || isOver) return
    isAsking = true
    const heardBefore = heard
    void world
      .ask(
        news.floor && `"${idOf(news.floor)}"`,
        news.silence === null ? FIRST_WAIT_MS : LATER_WAIT_MS,
      )
      .finally(() => {
        isAsking = false
      })
      .then((answer) => answered(answer, quiet, heard > heardBefore))
      .catch((error: unknown) => {
        // The stream spoke meanwhile, so one lost question means nothing.
        if (heard === heardBefore) failed(error)
      })
  }

  function answered({ status, body }: Answer, quiet: FloorStream | null, isOvertaken: boolean) {
    if (isOver) return
    const told = status === 304 ? news.floor : believed(body, isFloor)
    // Of two runs of Spotboard none says that it is the later one, and what was heard meanwhile may be.
    if (isOvertaken && told && news.floor && told.boot !== news.floor.boot) return ask()
    const floor = told && newer(told)
    // After a sleep a connection may look open and be dead: it kept news to itself, or let a silence pass.
    const isSilent = stream === quiet && !isOvertaken
    const isDead = news.silence !== null || (isSilent && floor !== news.floor)
    tell({ floor, silence: null })
    if (stream && (stream.isClosed() || isDead)) openStream()
    else waitForMore()
  }

  /** What was on its way while something newer arrived must not turn the floor back. */
  function newer(other: Floor): Floor {
    const { floor } = news
    return floor && floor.boot === other.boot && floor.version >= other.version ? floor : other
  }

  function failed(error: unknown) {
    if (isOver) return
    const { code, isOffline } = knownProblem(error)
    if (code === 'unauthenticated') return world.toSignIn()
    waitForMore()
    if (code === 'unreadable') tell({ ...news, silence: 'outdated' })
    else tell({ ...news, silence: isOffline ? 'device' : 'spotboard' })
  }

  const tabs = joinTabs<FloorWord>(
    {
      lead: (from) => {
        openStream()
        // Who takes over does not wait for a silence to pass, since one may have passed already.
        if (from === 'another') ask()
      },
      follow: () => {
        stopWaiting?.()
        stopWaiting = undefined
        stream?.close()
        stream = null
      },
      beat: () => ({ event: 'beat', id: news.floor && idOf(news.floor), silence: news.silence }),
      hear: (said) => {
        // The leader may have gone because the session has ended, which ends it for all.
        if (said === null) ask()
        else if (said.event === 'beat') hearBeat(said)
        else hear(said)
      },
    },
    world,
  )
  const stopWaking = world.onWake(() => ask())
  return () => {
    isOver = true
    stopWaking()
    tabs.leave()
  }
}

function idOf({ boot, version }: Pick<Floor, 'boot' | 'version'>): string {
  return `${boot}-${version}`
}

function believed<T>(value: unknown, is: (value: unknown) => value is T): T {
  if (!is(value)) throw new ProblemError('unreadable', { body: value })
  return value
}

function parsed<T>(data: string, is: (value: unknown) => value is T): T {
  return believed(JSON.parse(data), is)
}
