import { ProblemError } from '#components/http/problem-error.ts'
import type { Answer } from '#components/http/send.ts'
import type { Floor, FloorPatch } from '#contract/floor.ts'
import type { FloorWorld, StreamEvent } from '../subscribe-to-floor.ts'

/** A browser with one tab, in which the test decides what the network says. */
export class FakeWorld implements FloorWorld {
  streams: FakeStream[] = []
  asked: (string | null)[] = []
  /** Without an answer to any question, as when a cable is pulled. */
  isDead = false
  answer: Answer | ProblemError = { status: 304, etag: null, body: undefined }
  wake = () => {}
  signIns = 0
  build = 'a'
  account = () => 'manager'
  now = () => Date.now()
  chance = () => 0
  isSeen = () => true
  openLine = () => ({ say: () => {}, close: () => {} })
  every = () => () => {}
  onHide = () => () => {}
  reload = () => {}

  openStream: FloorWorld['openStream'] = (hear, broken) => {
    const stream = new FakeStream(hear, broken)
    this.streams.push(stream)
    return stream
  }

  ask: FloorWorld['ask'] = async (etag, timeoutMs) => {
    this.asked.push(etag)
    if (this.isDead) {
      await new Promise<void>((resolve) => setTimeout(resolve, timeoutMs))
      throw new ProblemError('no_answer')
    }
    if (this.answer instanceof ProblemError) throw this.answer
    return this.answer
  }

  after: FloorWorld['after'] = (delayMs, call) => {
    const timer = setTimeout(call, delayMs)
    return () => clearTimeout(timer)
  }

  onWake: FloorWorld['onWake'] = (wake) => {
    this.wake = wake
    return () => {}
  }

  toSignIn = () => {
    this.signIns += 1
  }

  get stream() {
    const last = this.streams.at(-1)
    if (!last) throw new Error('No stream was opened.')
    return last
  }
}

class FakeStream {
  #isClosed = false
  readonly #hear: (event: StreamEvent) => void
  readonly broken: () => void

  constructor(hear: (event: StreamEvent) => void, broken: () => void) {
    this.#hear = hear
    this.broken = broken
  }

  isClosed = () => this.#isClosed
  close = () => {
    this.#isClosed = true
  }

  snapshot(floor: Floor) {
    const { boot, version } = floor
    this.#hear({ event: 'snapshot', id: `${boot}-${version}`, data: JSON.stringify(floor) })
  }

  patch(patch: FloorPatch, boot = 'b1') {
    this.#hear({ event: 'patch', id: `${boot}-${patch.to}`, data: JSON.stringify(patch) })
  }
}
