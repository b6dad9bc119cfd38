import assert from 'node:assert/strict'
import test from 'node:test'

const { visibleText }: { visibleText: (text: string | number | null | undefined) => string } =
  await import(new URL('visible-text.js', import.meta.url).href)

test('what a reader would not see is shown by its code point', () => {
  assert.equal(visibleText('\u001b[31mT1'), '⟪U+001B⟫[31mT1')
  assert.equal(visibleText('T1\n'), 'T1⟪U+000A⟫')
  assert.equal(visibleText('\u202eELBAT'), '⟪U+202E⟫ELBAT')
  assert.equal(visibleText('TABLE\u200d1'), 'TABLE⟪U+200D⟫1')
  assert.equal(visibleText('TABLE1\ufe0f'), 'TABLE1⟪U+FE0F⟫')
  assert.equal(visibleText('\u{e0041}'), '⟪U+E0041⟫')
  assert.equal(visibleText('\ud800'), '⟪U+D800⟫')
})

test('letters of any script and whole emoji stay as they are', () => {
  for (const text of ['TABLE 1', 'Šaltibarščiai', 'שלום', '👨‍👩‍👧 ☕️ 👍🏽', '<img onerror=1>', '=1+1'])
    assert.equal(visibleText(text), text)
})

test('a text without end is cut, a missing one is empty', () => {
  assert.equal(visibleText('😀'.repeat(5000)), `${'😀'.repeat(240)}…`)
  assert.equal(visibleText(undefined), '')
  assert.equal(visibleText(52), '52')
})
