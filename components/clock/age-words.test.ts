import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ageWords } from './age-words.ts'

const rows: [ageMs: number, words: string][] = [
  [-5_000, '0 s'],
  [0, '0 s'],
  [59_999, '59 s'],
  [60_000, '1 min'],
  [6 * 60_000 + 12_000, '6 min'],
  [3_599_000, '59 min'],
  [3_600_000, '1 h'],
  [65 * 60_000, '1 h 5 min'],
  [24 * 3_600_000, '1 day'],
  [50 * 3_600_000, '2 days'],
]

test('an age is told in the units that a waiter would use, and never as a negative one', () => {
  for (const [ageMs, words] of rows) assert.equal(ageWords(ageMs), words)
})
