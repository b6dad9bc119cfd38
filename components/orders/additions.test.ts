import assert from 'node:assert/strict'
import test from 'node:test'
import { additionsTo, givenRows } from './additions.ts'
import { askedLines, changeDraft, draftTotalMinor, emptyDraft } from './draft.ts'
import type { Draft, DraftChange } from './draft.ts'
import type { Base } from './kept-draft.ts'

const latte = { title: 'Latte', quantity: 2, unitPriceMinor: 350 }
const cake = { title: 'Cake', quantity: 1, unitPriceMinor: 450 }
const base: Base = { version: 1, lines: [latte, cake], discountMinor: 0, note: '' }
const onTop = { type: 'add', title: 'Latte', unitPriceMinor: 350, from: 2 } as const

function after(...changes: DraftChange[]): Draft {
  return changes.reduce(changeDraft, { ...emptyDraft, lines: base.lines })
}

test('what is added stands in rows of its own, also where the guest was asked for the same before', () => {
  const draft = after(onTop, onTop)
  assert.equal(givenRows(draft, base), 2)
  assert.deepEqual(additionsTo(draft, 2).lines, [latte])
})

test('the guest is asked for one line of what came in several rounds', () => {
  const draft = after(onTop)
  assert.deepEqual(askedLines(draft), [{ ...latte, quantity: 3 }, cake])
  assert.equal(draftTotalMinor(draft), 1500)
})

test('a draft in which the order itself was changed has no given rows', () => {
  const rows: [string, DraftChange, number][] = [
    ['one less', { type: 'quantity', index: 0, quantity: 1 }, 0],
    ['one more', { type: 'quantity', index: 1, quantity: 4 }, 0],
    ['a note', { type: 'write', fields: { note: 'no sugar' } }, 2],
    ['one added', onTop, 2],
  ]
  for (const [name, change, expected] of rows) {
    assert.equal(givenRows(after(change), base), expected, name)
  }
  assert.equal(givenRows(emptyDraft, base), 0, 'nothing of it')
  assert.equal(givenRows(after(onTop), { ...base, lines: [cake, latte] }), 0, 'another order')
})
