import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fieldsInWord, fieldsOf } from './dark-path.ts'
import { isFine, pagesOf, sheetLayouts, sheets, type Box } from './sheet-layout.ts'

function holds(outer: { width: number; height: number }, { x, y, width, height }: Box): boolean {
  return x >= 0 && y >= 0 && x + width <= outer.width && y + height <= outer.height
}

for (const layout of sheetLayouts) {
  test(`on a sheet of ${layout} everything is inside what it stands on, and no words touch a code`, () => {
    const { page, columns, rows, first, faces } = sheets[layout]
    const all = { ...first, width: first.width * columns, height: first.height * rows }
    assert.ok(holds(page, all))
    for (const face of faces) {
      assert.ok(holds(first, face))
      assert.ok(holds(face, face.code) && holds(face, face.words))
      assert.equal(face.code.width, face.code.height)
      assert.ok(face.code.x + face.code.width <= face.words.x)
    }
  })

  test(`every card of the ${layout} stands once, in its order, on a place of its own`, () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (count) => {
        const cards = Array.from({ length: count }, (_, index) => index)
        const pages = pagesOf(layout, cards)
        assert.deepEqual(
          pages.flat().map(({ card }) => card),
          cards,
        )
        for (const onPage of pages) {
          assert.equal(new Set(onPage.map(({ x, y }) => `${x} ${y}`)).size, onPage.length)
        }
      }),
    )
  })
}

test('a code is fine where a module is smaller than 0.4 mm', () => {
  assert.equal(isFine('stickers', 29), false)
  assert.equal(isFine('stickers', 77), false)
  assert.equal(isFine('stickers', 78), true)
  assert.equal(isFine('tents', 78), false)
})

test('modules come out of their word as they were', () => {
  const square = fc.integer({ min: 1, max: 30 }).chain((side) =>
    fc.array(fc.array(fc.boolean(), { minLength: side, maxLength: side }), {
      minLength: side,
      maxLength: side,
    }),
  )
  fc.assert(
    fc.property(square, (fields) => assert.deepEqual(fieldsOf(fieldsInWord(fields)), fields)),
  )
})
