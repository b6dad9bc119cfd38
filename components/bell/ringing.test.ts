import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Tile } from '#contract/floor.ts'
import { defaultView } from '#contract/view.ts'
import { tileNamed } from '#components/floor/testing/tile-fixture.ts'
import { nothingRung, ringNow } from './ringing.ts'
import type { Rung, Tune } from './ringing.ts'

const waiting = tileNamed('T1', { status: 'waiting' })
const held = tileNamed('T2', { status: 'open', heldMinor: 500 })
const left = tileNamed('T3', { unpaidMinor: 500 })
const asking = tileNamed('T4', { status: 'open', unpaidMinor: 500, askingSince: 1 })
const going = { staffId: 'a', name: 'Rasa', since: 1 }

const newsOf = (tiles: Tile[], followed: string[] | null = null) => ({
  floor: {
    boot: 'b',
    version: 1,
    title: '',
    asOf: 1,
    trouble: null,
    openAsOf: 1,
    followed,
    tiles,
  },
  silence: null,
})

/** What is heard at each moment, in seconds. */
function heard(moments: [second: number, tiles: Tile[]][]): (Tune | null)[] {
  let rung: Rung = nothingRung
  return moments.map(([second, tiles]) => {
    const next = ringNow(newsOf(tiles), defaultView, rung, second * 1_000)
    rung = next.rung
    return next.tune
  })
}

test('it rings for a new guest at once, and every 15 s until somebody goes', () => {
  const taken = { ...waiting, going }
  assert.deepEqual(
    heard([
      [0, []],
      [1, [waiting]],
      [2, [waiting]],
      [15, [waiting]],
      [16, [waiting]],
      [17, [taken]],
      [40, [taken]],
    ]),
    [null, 'waiting', null, null, 'waiting', null, null],
  )
})

const heldAt = (heldSince: number, rest: Partial<Tile> = {}) =>
  tileNamed('T2', { status: 'open', heldMinor: 500, heldSince, ...rest })

test('a payment that is undecided for three minutes sounds although somebody said that they go', () => {
  const taken = heldAt(0, { going })
  assert.deepEqual(
    heard([
      [1, [taken]],
      [60, [taken]],
      [179, [taken]],
      [180, [taken]],
      [181, [taken]],
      [195, [taken]],
    ]),
    [null, null, null, 'held', null, 'held'],
  )
})

test('after ten minutes it sounds on every device, whoever follows its area', () => {
  const view = { ...defaultView, areas: ['Hall'] }
  const inBar = heldAt(0, { area: 'Bar', going })
  const tuneAt = (second: number) =>
    ringNow(newsOf([inBar], ['Bar', 'Hall']), view, nothingRung, second * 1000).tune
  assert.deepEqual([1, 180, 599, 600].map(tuneAt), [null, null, null, 'held'])
})

test('it rings again once whoever went has lapsed', () => {
  assert.deepEqual(
    heard([
      [0, [waiting]],
      [1, [{ ...waiting, going }]],
      [9, [waiting]],
    ]),
    ['waiting', null, 'waiting'],
  )
})

test('a held payment sounds otherwise and before a guest; who left the app and an order that asks do not ring', () => {
  assert.deepEqual(
    heard([
      [0, [left, asking]],
      [1, [waiting, left]],
      [2, [waiting, held, left]],
      [20, [waiting, held]],
    ]),
    [null, 'waiting', 'held', 'held'],
  )
})

test('guests who may be gone with something unpaid sound like held money, until somebody goes', () => {
  const gone = { ...left, left: { since: 1, isHere: false, isAlarm: true } }
  assert.deepEqual(
    heard([
      [0, [left]],
      [1, [gone]],
      [2, [gone]],
      [16, [gone]],
      [40, [{ ...gone, going }]],
    ]),
    [null, 'held', null, 'held', null],
  )
})

test('the same table rings anew when its guest has paid', () => {
  const paid = tileNamed('T1', { status: 'open', heldMinor: 500 })
  assert.deepEqual(
    heard([
      [0, [waiting]],
      [1, [paid]],
    ]),
    ['waiting', 'held'],
  )
})

test('an area that somebody else follows is quiet here, and one that nobody active follows rings for everybody', () => {
  const inBar = { ...waiting, area: 'Bar' }
  const view = { ...defaultView, areas: ['Hall'] }
  const tuneFor = (followed: string[] | null) =>
    ringNow(newsOf([inBar], followed), view, nothingRung, 0).tune
  assert.equal(tuneFor(['Bar', 'Hall']), null)
  assert.equal(tuneFor(null), null)
  assert.equal(tuneFor(['Hall']), 'waiting')
})

test('a screen that hears nothing is quiet, since nobody could say there that they go', () => {
  const news = { ...newsOf([waiting]), silence: 'device' as const }
  assert.equal(ringNow(news, defaultView, nothingRung, 0).tune, null)
})
