import assert from 'node:assert/strict'
import { afterEach, beforeEach, mock, test } from 'node:test'
import { ProblemError } from '#components/http/problem-error.ts'
import type { Floor, FloorPatch, Tile } from '#contract/floor.ts'
import { FakeWorld } from './testing/fake-world.ts'
import { tileNamed } from './testing/tile-fixture.ts'
import { subscribeToFloor } from './subscribe-to-floor.ts'
import type { FloorNews } from './subscribe-to-floor.ts'

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

let world: FakeWorld
let news: FloorNews
let reports: number
let stop: () => void
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
const pass = async (ms: number) => {
  for (let passed = 0; passed < ms; passed += 100) {
    mock.timers.tick(100)
    await settled()
  }
}

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] })
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
  world.stream.snapshot(floor(1))
  const before = news.floor
  world.stream.patch(patch(1, [tileNamed('T2', { status: 'waiting' })]))
  assert.equal(news.floor?.version, 2)
  assert.equal(news.floor?.tiles[0], before?.tiles[0])
  assert.equal(news.floor?.tiles[1]?.spot?.status, 'waiting')
})

test('a missing patch brings a new stream, and with it a snapshot', () => {
  world.stream.snapshot(floor(1))
  const first = world.stream
  world.stream.patch(patch(5))
  assert.equal(first.isClosed(), true)
  assert.equal(world.streams.length, 2)
  world.stream.snapshot(floor(6))
  assert.equal(news.floor?.version, 6)
})

test('a patch that is known already changes nothing', () => {
  world.stream.snapshot(floor(4))
  world.stream.patch(patch(2))
  assert.equal(news.floor?.version, 4)
  assert.equal(world.streams.length, 1)
  assert.equal(reports, 1)
})

test('a new stream that begins with what is known changes nothing', () => {
  world.stream.snapshot(floor(4))
  const before = news.floor
  world.stream.snapshot(floor(4))
  assert.equal(news.floor, before)
  assert.equal(reports, 1)
})

test('a silent stream is asked about with the tag of what is known, and goes on when nothing changed', async () => {
  world.stream.snapshot(floor(3))
  mock.timers.tick(2_000)
  await settled()
  assert.deepEqual(world.asked, ['"b1-3"'])
  assert.equal(news.silence, null)
})

test('without an answer the floor stays and the cause is named; the next word of the stream ends it', async () => {
  world.stream.snapshot(floor(3))
  world.answer = new ProblemError('no_answer')
  world.stream.broken()
  await settled()
  assert.equal(news.silence, 'spotboard')
  assert.equal(news.floor?.version, 3)

  world.stream.patch(patch(3))
  assert.deepEqual([news.floor?.version, news.silence], [4, null])
})

test('a connection that dies without a word is named within 5 s, and then a slow network gets its time', async () => {
  world.stream.snapshot(floor(3))
  world.isDead = true
  await pass(4_500)
  assert.deepEqual([news.silence, news.floor?.version], ['spotboard', 3])

  const { length } = world.asked
  await pass(5_000)
  assert.equal(world.asked.length, length + 1)
})

test('a device without network is named as the cause', async () => {
  world.answer = new ProblemError('no_answer', { isOffline: true })
  world.wake()
  await settled()
  assert.equal(news.silence, 'device')
})

test('a patch of another run of Spotboard is not folded, whatever its version', () => {
  world.stream.snapshot(floor(4))
  world.stream.patch(patch(4), 'b2')
  assert.equal(news.floor?.version, 4)
  assert.equal(world.streams.length, 2)
})

test('a stream that kept news to itself is dead, and another one is opened', async () => {
  world.stream.snapshot(floor(3))
  world.answer = { status: 200, etag: null, body: floor(4) }
  mock.timers.tick(2_000)
  await settled()
  assert.equal(news.floor?.version, 4)
  assert.equal(world.streams.length, 2)
})

test('where the browser gave the stream up, the floor is read by asking and the stream opened anew', async () => {
  world.stream.close()
  world.answer = { status: 200, etag: null, body: floor(9) }
  world.stream.broken()
  await settled()
  assert.equal(news.floor?.version, 9)
  assert.equal(world.streams.length, 2)

  world.stream.close()
  world.answer = { status: 200, etag: null, body: floor(10) }
  mock.timers.tick(2_000)
  await settled()
  assert.equal(news.floor?.version, 10)
})

test('an answer that a patch has overtaken does not turn the floor back, one of another run does', async () => {
  world.stream.snapshot(floor(5))
  world.answer = { status: 200, etag: null, body: floor(4) }
  world.wake()
  await settled()
  assert.equal(news.floor?.version, 5)

  world.answer = { status: 200, etag: null, body: floor(1, 'b2') }
  world.wake()
  await settled()
  assert.equal(news.floor?.boot, 'b2')
})

test('an answer of one run of Spotboard that news of another run has overtaken is asked for again', async () => {
  world.answer = { status: 200, etag: null, body: floor(1, 'b2') }
  world.wake()
  world.stream.snapshot(floor(0, 'b3'))
  world.answer = { status: 304, etag: null, body: undefined }
  await settled()
  assert.equal(news.floor?.boot, 'b3')
  assert.deepEqual(world.asked.slice(-1), ['"b3-0"'])
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
  const other = { ...floor(1), mood: 'fine' }
  world.stream.snapshot(other)
  assert.equal(news.silence, 'outdated')
})
