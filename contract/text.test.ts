import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeForGuest } from './order.ts'
import { partWithin } from './part.ts'
import { visibleText } from './text.ts'
import { typedText } from './typed-text.ts'

test('law 7: control and direction-changing characters of an identifier become visible', () => {
  assert.equal(visibleText('T\u202e1\u0000'), 'T⟪202E⟫1⟪0000⟫')
  assert.equal(visibleText('<img onerror>'), '<img onerror>')
})

test('law 7: a long identifier is cut by characters, never through the middle of one', () => {
  const cut = visibleText('😀'.repeat(100), 10)
  assert.equal(cut, `${'😀'.repeat(9)}…`)
})

test('typed text is trimmed and refuses what nobody can see', () => {
  const title = typedText(10)
  assert.equal(title.parse('  Latte '), 'Latte')
  for (const bad of ['', '   ', 'a\u0007', 'a\u200bb', 'x'.repeat(11)]) {
    assert.equal(title.safeParse(bad).success, false, JSON.stringify(bad))
  }
})

test('the guest sees place and lines in one description of a bounded length', () => {
  const lines = [
    { title: 'Latte', quantity: 2 },
    { title: 'Cheesecake', quantity: 1 },
  ]
  assert.equal(describeForGuest('T7', lines), 'T7 · 2 × Latte, 1 × Cheesecake')
  const second = { number: 2, of: 3 }
  assert.equal(describeForGuest('T7', lines, second), 'T7, part 2 of 3 · 2 × Latte, 1 × Cheesecake')
  const half = partWithin(second, { number: 1, of: 2 })
  const quarter = partWithin(half, { number: 2, of: 2 })
  const said = 'T7, part 2 of 3, 1 of 2, 2 of 2 · 2 × Latte, 1 × Cheesecake'
  assert.equal(describeForGuest('T7', lines, quarter), said)
  const many = Array.from({ length: 50 }, () => ({ title: 'Honey cake', quantity: 1 }))
  assert.equal(Array.from(describeForGuest('T7', many)).length, 160)
})
