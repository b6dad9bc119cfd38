import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { drawableText, linesOf, visualRuns } from './set-words.ts'

const latin = (codePoint: number) =>
  codePoint < 0x250 || '…⟪⟫'.includes(String.fromCodePoint(codePoint))
/** A font in which each character is one wide. */
const widthOf = (text: string) => text.length
const lines = (text: string, most = 3) => linesOf(text, { width: 10, most }, widthOf)

test('what a font lacks shows as its number, like what nobody sees', () => {
  assert.equal(drawableText('Stalas ąčęėįšųūž 卓', latin), 'Stalas ąčęėįšųūž ⟪5353⟫')
  assert.equal(drawableText('a\u202eb🍕', latin), 'a⟪202E⟫b⟪1F355⟫')
  assert.equal(
    drawableText('☕\ufe0f', () => true),
    '☕',
  )
})

test('lines break between words, then inside them, and end where the room ends', () => {
  assert.deepEqual(lines('Table 1'), ['Table 1'])
  assert.deepEqual(lines('By the window'), ['By the', 'window'])
  assert.deepEqual(lines('0123456789 12'), ['0123456789', '12'])
  assert.deepEqual(lines('Donaudampfschiff'), ['Donaudampf', 'schiff'])
  assert.deepEqual(lines('one two three four five', 2), ['one two', 'three fou…'])
  assert.deepEqual(lines('x'.repeat(300), 2), ['x'.repeat(10), `${'x'.repeat(9)}…`])
  assert.deepEqual(lines(''), [])
})

test('law 7: any text is set within its width and its lines', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 })
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 4 }), (text, most) => {
      const lines = linesOf(drawableText(text, latin), { width: 12, most }, widthOf)
      assert.ok(lines.length <= most)
      assert.ok(lines.every((line) => line.length <= 12 && line !== ''))
    }),
  )
})

test('Hebrew and Arabic run leftward, and the numbers in them do not', () => {
  assert.deepEqual(visualRuns('Table 12'), ['Table 12'])
  assert.deepEqual(visualRuns('שולחן 12'), ['12', 'שולחן '])
  assert.deepEqual(visualRuns('שולחן 12 ליד החלון'), [' ליד החלון', '12', 'שולחן '])
  assert.deepEqual(visualRuns('Bar שולחן 12'), ['Bar ', '12', 'שולחן '])
})
