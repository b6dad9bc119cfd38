import assert from 'node:assert/strict'
import test from 'node:test'
import { LONGEST_UNDO_S } from '#contract/settings.ts'
import { parseUndoSeconds } from './undo-seconds.ts'

const rows: [typed: string, seconds: number | null][] = [
  ['0', 0],
  [' 8 ', 8],
  ['08', 8],
  [String(LONGEST_UNDO_S), LONGEST_UNDO_S],
  [String(LONGEST_UNDO_S + 1), null],
  ['', null],
  ['-1', null],
  ['1.5', null],
  ['1e1', null],
  ['eight', null],
]
for (const [typed, seconds] of rows) {
  test(`"${typed}" is ${seconds === null ? 'no time to undo' : `${seconds} s to undo`}`, () => {
    assert.equal(parseUndoSeconds(typed), seconds)
  })
}
