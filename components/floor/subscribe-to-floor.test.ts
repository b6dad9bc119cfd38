import assert from 'node:assert/strict'
import { afterEach, beforeEach, mock, test } from 'node:test'
import { ProblemError } from '#components/http/problem-error.ts'
import type { Answer } from '#components/http/send.ts'
import type { Floor, FloorPatch, Tile } from '#contract/floor.ts'
import { tileNamed } from './testing/tile-fixture.ts'
import { subscribeToFloor } from './subscribe-to-floor.ts'
import type { FloorNews, FloorWorld } from './subscribe-to-floor.ts'

function floor(version: number, boot = 'b1'): Floor {
  return {
    boot,
    version,
    title: 'Cool caffe',
    asOf: 0,
    trouble: null,
    openAsOf: 0,
    followed: null,
    tiles: [tileNamed('T1'), tileNamed('T2')],
  }
}

function patch(from: number, set: Tile[] = []): FloorPatch {
  return { from, to: from + 1, asOf: 0, trouble: null, set, removed: [] }
}

/** A world in which the test decides what the network says. */
class FakeWorld implements FloorWorld {
  streams: (Parameters<FloorWorld['openStream']>[0] & { isClosed: boolean })[] = []
  asked: (string | null)[] = []
  answer: Answer | ProblemError = { status: 304, etag: null, body: undefined }
  wake = () => {}
  signIns = 0

  openStream: FloorWorld['openStream'] = (hear) => {
    const stream = { ...hear, isClosed: false }
    this.streams.push(stream)
    return {
      isClosed: () => stream.isClosed,
      close: () => {
        stream.isClosed = true
      },
    }
  }

  /** Without an answer to any question, as when a cable is pulled. */
  isDead = false

  ask: FloorWorld['ask'] = async (etag, timeoutMs) => {
    this.asked.push(etag)
    if (this.isDead) {
      await new Promise<void>((resolve) => setTimeout(resolve, timeoutMs))
      throw new ProblemError('no_answer')
    }
    if (this.answer instanceof ProblemError) throw this.answer
    return this.answer
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
    assert(last)
    return last
  }
}

let world: FakeWorld
let news: FloorNews
let reports: number
let stop: () => void
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] })
  world = new FakeWorld()
  news = { floor: null, silence: null }
  reports = 0
  stop = subscribeToFloor((told) => {
    news = told
    reports += 1
  }, world)
})
afterEach(() => {
  stop()
  mock.timers.reset()
})

test('a patch changes the tile that it names and leaves every other as the same object', () => {
  world.stream.snapshot(JSON.stringify(floor(1)))
  const before = news.floor
  world.stream.patch(JSON.stringify(patch(1, [tileNamed('T2', { status: 'waiting' })])))
  assert.equal(news.floor?.version, 2)
  assert.equal(news.floor?.tiles[0], before?.tiles[0])
  assert.equal(news.floor?.tiles[1]?.spot?.status, 'waiting')
})

test('a missing patch brings a new stream, and with it a snapshot', () => {
  world.stream.snapshot(JSON.stringify(floor(1)))
  const first = world.stream
  world.stream.patch(JSON.stringify(patch(5)))
  assert.equal(first.isClosed, true)
  assert.equal(world.streams.length, 2)
  world.stream.snapshot(JSON.stringify(floor(6)))
  assert.equal(news.floor?.version, 6)
})

test('a patch that is known already changes nothing', () => {
  world.stream.snapshot(JSON.stringify(floor(4)))
  world.stream.patch(JSON.stringify(patch(2)))
  assert.equal(news.floor?.version, 4)
  assert.equal(world.streams.length, 1)
  assert.equal(reports, 1)
})

test('a silent stream is asked about with the tag of what is known, and goes on when nothing changed', async () => {
  world.stream.snapshot(JSON.stringify(floor(3)))
  mock.timers.tick(2_500)
  await settled()
  assert.deepEqual(world.asked, ['"b1-3"'])
  assert.equal(news.silence, null)
})

test('without an answer the floor stays and the cause is named; the next word of the stream ends it', async () => {
  world.stream.snapshot(JSON.stringify(floor(3)))
  world.answer = new ProblemError('no_answer')
  world.stream.broken()
  await settled()
  assert.equal(news.silence, 'spotboard')
  assert.equal(news.floor?.version, 3)

  world.stream.patch(JSON.stringify(patch(3)))
  assert.deepEqual([news.floor?.version, news.silence], [4, null])
})

test('a connection that dies without a word is named well within 5 s of it, also right after an answer', async () => {
  world.stream.snapshot(JSON.stringify(floor(3)))
  mock.timers.tick(2_500)
  await settled()
  assert.equal(news.silence, null)

  world.isDead = true
  for (let passed = 0; passed < 4_200; passed += 100) {
    mock.timers.tick(100)
    await settled()
  }
  assert.equal(news.silence, 'spotboard')
  assert.equal(news.floor?.version, 3)
})

test('a device without network is named as the cause', async () => {
  world.answer = new ProblemError('no_answer', { isOffline: true })
  world.wake()
  await settled()
  assert.equal(news.silence, 'device')
})

test('where the browser gave the stream up, the floor is read by asking and the stream opened anew', async () => {
  world.stream.isClosed = true
  world.answer = { status: 200, etag: null, body: floor(9) }
  world.stream.broken()
  await settled()
  assert.equal(news.floor?.version, 9)
  assert.equal(world.streams.length, 2)

  world.stream.isClosed = true
  world.answer = { status: 200, etag: null, body: floor(10) }
  mock.timers.tick(3_000)
  await settled()
  assert.equal(news.floor?.version, 10)
})

test('an answer that a patch has overtaken does not turn the floor back, one of another run does', async () => {
  world.stream.snapshot(JSON.stringify(floor(5)))
  world.answer = { status: 200, etag: null, body: floor(4) }
  world.wake()
  await settled()
  assert.equal(news.floor?.version, 5)

  world.answer = { status: 200, etag: null, body: floor(1, 'b2') }
  world.wake()
  await settled()
  assert.equal(news.floor?.boot, 'b2')
})

test('an ended session leads to the sign-in page and asks no more', async () => {
  world.answer = new ProblemError('unauthenticated')
  world.stream.broken()
  await settled()
  assert.equal(world.signIns, 1)
  stop()
  mock.timers.tick(60_000)
  await settled()
  assert.equal(world.asked.length, 1)
})

test('a floor in a form that this page does not know means that the page is too old', () => {
  world.stream.snapshot(JSON.stringify({ ...floor(1), mood: 'fine' }))
  assert.equal(news.silence, 'outdated')
})
