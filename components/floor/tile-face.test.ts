import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Floor } from '#contract/floor.ts'
import { faceOf } from './tile-face.ts'
import { tileNamed } from './testing/tile-fixture.ts'

const floor: Floor = {
  boot: 'b',
  version: 1,
  title: '',
  asOf: 100_000,
  trouble: null,
  openAsOf: 100_000,
  followed: null,
  tiles: [],
}
const news = { floor, silence: null }
const waiting = tileNamed('T1', { status: 'waiting', since: 40_000, asOf: 40_000 })

test('a live tile tells its state and the age of that, and nothing of its information', () => {
  assert.equal(faceOf(waiting, news, 110_000), 'Waiting\n1 min\n\n')
  assert.equal(faceOf(tileNamed('T2'), news, 110_000), 'Free\n\n\n')
})

test('a tile that is not live says so, and from a minute on how old its information is', () => {
  assert.equal(faceOf(waiting, news, 140_000), 'Waiting\n1 min\nnot live\n')
  assert.equal(faceOf(waiting, news, 225_000), 'Waiting long\n3 min\n2 min old\n')
  assert.equal(faceOf(waiting, { floor, silence: 'device' }, 110_000), 'Waiting\n1 min\nnot live\n')
})

test('a spot that closes by itself counts down, by the second in the last minute', () => {
  const settled = tileNamed('T3', { status: 'open', receivedMinor: 900, asOf: 110_000 })
  const closesWords = (closesAt: number) =>
    faceOf({ ...settled, closesAt }, news, 110_000).split('\n')[3]
  assert.equal(closesWords(410_000), 'by itself in 5 min')
  assert.equal(closesWords(150_000), 'by itself in 40 s')
  assert.equal(closesWords(90_000), 'by itself in 0 s')
})

test('for the first minute of an outage no tile changes with the seconds', () => {
  const free = tileNamed('T2')
  const outage = { floor, silence: 'spotboard' as const }
  const faces = new Set(
    Array.from({ length: 60 }, (_, second) => faceOf(free, outage, 100_000 + second * 1_000)),
  )
  assert.equal(faces.size, 1)
})
