import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Tile } from '#contract/floor.ts'
import { tileNamed } from './testing/tile-fixture.ts'
import {
  amountWords,
  lateness,
  nameParts,
  shortcutWords,
  stateSince,
  stateWords,
} from './tile-words.ts'

const MINUTE = 60_000
const quiet = { since: 4, isHere: false, isAlarm: false }
const alarm = { ...quiet, isAlarm: true }

test('each state has a word of its own, and an unknown one shows the word of the wallet (law 11)', () => {
  const rows: [Parameters<typeof tileNamed>[1], string][] = [
    [{ status: 'waiting' }, 'Waiting'],
    [{ status: 'open' }, 'Open'],
    [{ status: 'open', heldMinor: 1 }, 'Payment held'],
    [{ status: 'open', receivedMinor: 1 }, 'Money received'],
    [{ status: 'closed' }, 'Free'],
    [{ status: 'waiting', isStranger: true }, 'Unregistered code'],
    [{ status: 'open', isStranger: true, unpaidMinor: 1 }, 'Open'],
    [{ status: 'closed', tabMinor: 1 }, 'On a tab'],
    [{ status: 'closed', isResting: true }, 'Out of service'],
    [{ status: 'closed', isResting: true, tabMinor: 1 }, 'On a tab'],
    [{ status: 'waiting', isResting: true, tabMinor: 1 }, 'Waiting'],
    [{ status: 'closed', unpaidMinor: 1, isResting: true, tabMinor: 1 }, 'Left the app'],
    [{ status: 'closed', unpaidMinor: 1 }, 'Left the app'],
    [{ status: 'closed', heldMinor: 1 }, 'Payment held'],
    [{ status: 'closed', unpaidMinor: 1, left: quiet }, 'Left the app'],
    [{ status: 'closed', unpaidMinor: 1, left: alarm }, 'Gone unpaid?'],
    [{ status: 'closed', heldMinor: 1, left: alarm }, 'Payment held'],
    [{ status: 'open', unpaidMinor: 1, left: quiet }, 'Open'],
    [{ status: 'open', unpaidMinor: 1, left: alarm }, 'Gone unpaid?'],
    [{ status: 'waiting', unpaidMinor: 1, left: alarm }, 'Waiting'],
    [{ status: 'waiting', unpaidMinor: 1, askingSince: 1 }, 'Still wanted?'],
    [{ status: 'open', unpaidMinor: 1, askingSince: 1 }, 'Still wanted?'],
    [{ status: 'open', heldMinor: 1, askingSince: 1 }, 'Payment held'],
    [{ status: 'closed', unpaidMinor: 1, askingSince: 1 }, 'Left the app'],
    [{ status: 'parked' }, '“parked”'],
  ]
  for (const [fields, words] of rows) assert.equal(stateWords(tileNamed('T1', fields)), words)
})

test('a place at the counter where nobody has paid for long says that, since nobody checks in there', () => {
  const place = tileNamed('Counter 3', {
    spot: { id: -3, identifier: 'Counter 3', locationId: null, status: 'closed' },
    unpaidMinor: 1,
  })
  assert.equal(stateWords(place), 'Nobody has paid')
  assert.equal(stateWords({ ...place, heldMinor: 1 }), 'Payment held')
})

test('late is a word: a guest at 3 and 6 minutes, an open table at 45 and 90', () => {
  const waiting = tileNamed('T1', { status: 'waiting' })
  const open = tileNamed('T1', { status: 'open', unpaidMinor: 100 })
  const rows: [Tile, number, string][] = [
    [waiting, 3 * MINUTE - 1, 'Waiting'],
    [waiting, 3 * MINUTE, 'Waiting long'],
    [waiting, 6 * MINUTE, 'Kept waiting'],
    [open, 45 * MINUTE - 1, 'Open'],
    [open, 45 * MINUTE, 'Open long'],
    [open, 90 * MINUTE, 'Open too long'],
    [tileNamed('T1', { status: 'open', heldMinor: 1 }), 59_999, 'Payment held'],
    [tileNamed('T1', { status: 'open', heldMinor: 1 }), MINUTE, 'Payment held long'],
    [tileNamed('T1', { status: 'open', heldMinor: 1 }), 10 * MINUTE, 'Payment held too long'],
  ]
  for (const [tile, now, words] of rows) assert.equal(stateWords(tile, lateness(tile, now)), words)
})

test('a held payment and an order that asks count their own age, and a free table none', () => {
  assert.equal(stateSince(tileNamed('T1', { status: 'open', heldMinor: 1, heldSince: 5 })), 5)
  assert.equal(stateSince(tileNamed('T1', { status: 'open', since: 3, askingSince: 5 })), 5)
  assert.equal(stateSince(tileNamed('T1', { status: 'open', since: 3 })), 3)
  assert.equal(stateSince(tileNamed('T1', { status: 'closed', since: 3 })), null)
  const nextOnes = { status: 'open', since: 9, unpaidMinor: 1, left: alarm }
  assert.equal(stateSince(tileNamed('T1', nextOnes)), 4, 'those who are gone, not those who came')
})

test('amounts carry labels, and no more of them are there than a tile has room for', () => {
  const amounts = { status: 'open', heldMinor: 1290, unpaidMinor: 480 }
  assert.equal(amountWords(tileNamed('T1', amounts)), 'held 12.90, unpaid 4.80')
  assert.equal(
    amountWords(tileNamed('T1', { ...amounts, receivedMinor: 100_000 })),
    'held 12.90, unpaid 4.80',
  )
  assert.equal(
    amountWords(tileNamed('T1', { ...amounts, heldMinor: 0, receivedMinor: 100_000 })),
    'unpaid 4.80, received 1,000.00',
  )
  assert.equal(
    amountWords(tileNamed('T1', { status: 'open', receivedMinor: 6100 })),
    '61.00, to free',
  )
  assert.equal(amountWords(tileNamed('T1', { status: 'waiting' })), '')
})

test('law 6: a tile says that some have left even where it says first that others wait or pay', () => {
  const unpaid = { unpaidMinor: 900, left: alarm }
  const rows: [Parameters<typeof tileNamed>[1], string][] = [
    [{ ...unpaid, status: 'waiting' }, 'unpaid 9.00, some left the app'],
    [{ ...unpaid, status: 'closed', heldMinor: 100 }, 'held 1.00, unpaid 9.00, some left the app'],
    [{ ...unpaid, status: 'closed' }, 'unpaid 9.00'],
    [{ ...unpaid, status: 'closed', left: { ...quiet, isHere: true } }, 'unpaid 9.00, still here'],
  ]
  for (const [fields, words] of rows) assert.equal(amountWords(tileNamed('T1', fields)), words)
})

test('a name that is cut keeps the number at its end, which tells it from others', () => {
  const rows: [name: string, head: string, number: string][] = [
    ['TERRACE12', 'TERRACE', '12'],
    ['Bar 3', 'Bar', ' 3'],
    ['7', '', '7'],
    ['Window', 'Window', ''],
    ['1234567', '123', '4567'],
    ['', '', ''],
  ]
  for (const [name, head, number] of rows) assert.deepEqual(nameParts(name), [head, number])
})

test('a shortcut keeps its amount in view, however long the name of the table is', () => {
  const words = shortcutWords(tileNamed('x'.repeat(200), { status: 'open', heldMinor: 1290 }), '')
  assert.match(words, /^x{19}… holds 12\.90$/)
})

test('law 9: a shortcut says that an order waits for a word whether it is still wanted', () => {
  const tile = tileNamed('T1', { status: 'waiting', unpaidMinor: 500, askingSince: 5 })
  assert.equal(shortcutWords(tile, '4 min'), 'T1: order still wanted?')
})
