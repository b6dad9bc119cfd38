import assert from 'node:assert/strict'
import test from 'node:test'
import { isSame, isWhole, readTyped, typedOf } from './typed-settings.ts'

const settings = {
  undoSeconds: 8,
  timeZone: 'Europe/Vilnius',
  dayEndsAtHour: 4,
  reductionLimitMinor: 123_450,
}

test('settings that stand in the fields untouched are saved as they were', () => {
  const read = readTyped(typedOf(settings))
  assert.ok(isWhole(read) && isSame(read, settings))
})

test('a field that says nothing sensible keeps all of them from being saved', () => {
  const typed = typedOf(settings)
  assert.ok(!isWhole(readTyped({ ...typed, reductionLimit: 'ten' })))
  assert.ok(!isWhole(readTyped({ ...typed, undoSeconds: '' })))
  const other = readTyped({ ...typed, reductionLimit: '7,50' })
  assert.ok(isWhole(other) && other.reductionLimitMinor === 750 && !isSame(other, settings))
})
