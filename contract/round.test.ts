import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isCheckedIn, isCheckOf } from './round.ts'

const window = { locationId: 3, identifier: 'TABLE 7', name: 'Window' }

for (const [says, isTyped] of [
  ['PAYSERA*3:TABLE 7', false],
  ['PAYSERA*3:table 7 ', false],
  ['https://paysera.com/app?qr=PAYSERA*3%3ATABLE%207', false],
  ['PAYSERA*3:TABLE 7', true],
  ['table 7', true],
  [' window', true],
] as const) {
  test(`${says} is the code of that table${isTyped ? ' where somebody types it' : ''}`, () => {
    assert.equal(isCheckOf(window, { says, isTyped }), true)
  })
}

for (const [says, isTyped] of [
  ['PAYSERA*4:TABLE 7', false],
  ['PAYSERA*4:TABLE 7', true],
  ['PAYSERA*3:TABLE 8', false],
  ['PAYSERA*3:WINDOW', true],
  ['TABLE 7', false],
  ['Window', false],
  ['7', true],
  [' ', true],
] as const) {
  test(`${says} is not the code of that table${isTyped ? ', whoever types it' : ''}`, () => {
    assert.equal(isCheckOf(window, { says, isTyped }), false)
  })
}

test('a round knows only what was scanned since it began', () => {
  const round = { beganAt: 1000, beganBy: 'Ona' }
  const none = { beganAt: null, beganBy: null }
  assert.equal(isCheckedIn({ checkedAt: 1000 }, round), true)
  assert.equal(isCheckedIn({ checkedAt: 999 }, round), false)
  assert.equal(isCheckedIn({ checkedAt: null }, round), false)
  assert.equal(isCheckedIn({ checkedAt: 1000 }, none), false)
})
