import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choiceWords, readChoice } from './bell-choice.ts'

test('what a device has turned off stays off there, and everything else is on', () => {
  for (const sound of [true, false]) {
    for (const vibration of [true, false]) {
      assert.deepEqual(readChoice(choiceWords({ sound, vibration })), { sound, vibration })
    }
  }
  assert.deepEqual(readChoice(null), { sound: true, vibration: true })
  assert.deepEqual(readChoice('what is this'), { sound: true, vibration: true })
})
