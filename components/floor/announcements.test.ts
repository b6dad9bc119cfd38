import assert from 'node:assert/strict'
import { test } from 'node:test'
import { announcement } from './announcements.ts'
import { tileNamed } from './testing/tile-fixture.ts'

const left = { since: 0, isHere: false, isAlarm: false }
const free = ['T1', 'T2', 'T3', 'T4', 'T5'].map((name) => tileNamed(name))
const waiting = free.map(({ name }) => tileNamed(name, { status: 'waiting' }))

test('who begins to need a person is told, with the amount where money is held', () => {
  assert.equal(announcement(free, [...waiting.slice(0, 1), ...free.slice(1)]), 'T1 is waiting.')
  assert.equal(
    announcement(free, [tileNamed('T1', { status: 'open', heldMinor: 1290 })]),
    'T1: payment of 12.90 held.',
  )
  assert.equal(
    announcement([], [tileNamed('T9', { unpaidMinor: 960, left: { ...left, isAlarm: true } })]),
    'T9: gone, 9.60 unpaid?',
  )
  assert.equal(
    announcement(waiting, [tileNamed('T1', { status: 'waiting', askingSince: 5 })]),
    'T1: is the order still wanted?',
  )
})

test('who needed a person before, or does not any more, is not news', () => {
  assert.equal(announcement(waiting, waiting), '')
  assert.equal(announcement(waiting, free), '')
})

test('a rush is one short message', () => {
  assert.equal(
    announcement(free, waiting),
    'T1 is waiting. T2 is waiting. T3 is waiting. And 2 more.',
  )
})
