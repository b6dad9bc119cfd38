import assert from 'node:assert/strict'
import test from 'node:test'
import * as fc from 'fast-check'
import { combineLines } from './combine.ts'
import type { DraftLine } from './draft.ts'

const line = (title: string, quantity: number, unitPriceMinor = 350): DraftLine => ({
  title,
  quantity,
  unitPriceMinor,
})

test('what two people added to one order is all there', () => {
  assert.deepEqual(
    combineLines(
      [line('Latte', 1)],
      [line('Latte', 1), line('Cake', 1)],
      [line('Latte', 2), line('Tea', 1)],
    ),
    [line('Latte', 2), line('Tea', 1), line('Cake', 1)],
  )
})

test('what one person took out is out, and what the other added to it stays', () => {
  assert.deepEqual(
    combineLines(
      [line('Latte', 2), line('Cake', 1)],
      [line('Latte', 0), line('Cake', 1)],
      [line('Latte', 3), line('Cake', 1)],
    ),
    [line('Latte', 1), line('Cake', 1)],
  )
})

test('what both took out is not taken out twice over', () => {
  assert.deepEqual(combineLines([line('Latte', 1)], [line('Latte', 0)], []), [])
})

const lines = fc.array(
  fc.record({
    title: fc.constantFrom('Latte', 'Cake', 'Tea'),
    quantity: fc.integer({ min: 1, max: 20 }),
    unitPriceMinor: fc.constantFrom(100, 250),
  }),
  { maxLength: 6 },
)

function counted(list: readonly DraftLine[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { title, unitPriceMinor, quantity } of list) {
    const key = `${title} ${unitPriceMinor}`
    counts.set(key, (counts.get(key) ?? 0) + quantity)
  }
  return counts
}

test('where only one person changed something, that version comes out', () => {
  fc.assert(
    fc.property(lines, lines, (base, changed) => {
      assert.deepEqual(counted(combineLines(base, changed, base)), counted(changed))
      assert.deepEqual(counted(combineLines(base, base, changed)), counted(changed))
    }),
  )
})
