import assert from 'node:assert/strict'
import test from 'node:test'
import { MAX_LINES, MAX_QUANTITY, OrderDraft } from '#contract/order.ts'
import type { Draft, DraftChange } from './draft.ts'
import {
  askedLines,
  bodyOf,
  changeDraft,
  draftTotalMinor,
  emptyDraft,
  isEmptyDraft,
  quantityOf,
} from './draft.ts'

const latte = { type: 'add', title: 'Latte', unitPriceMinor: 350 } as const
const cake = { type: 'add', title: 'Cheesecake', unitPriceMinor: 590 } as const

function after(...changes: DraftChange[]): Draft {
  return changes.reduce(changeDraft, emptyDraft)
}

test('a second tap on a menu button counts the line up where it stands', () => {
  const draft = after(latte, cake, latte)
  assert.deepEqual(draft.lines, [
    { title: 'Latte', quantity: 2, unitPriceMinor: 350 },
    { title: 'Cheesecake', quantity: 1, unitPriceMinor: 590 },
  ])
  assert.equal(draftTotalMinor(draft), 1290)
  assert.equal(quantityOf(draft, 'Latte', 350), 2)
})

test('the same title at another price is a line of its own', () => {
  const draft = after(latte, { ...latte, unitPriceMinor: 300 })
  assert.equal(draft.lines.length, 2)
  assert.equal(quantityOf(draft, 'Latte', 300), 1)
})

test('a line counted down to nothing keeps its row but is not asked for', () => {
  const draft = after(latte, cake, { type: 'quantity', index: 0, quantity: 0 })
  assert.equal(draft.lines.length, 2)
  assert.deepEqual(
    askedLines(draft).map((line) => line.title),
    ['Cheesecake'],
  )
  assert.equal(draftTotalMinor(draft), 590)
  assert.deepEqual(
    after(latte, cake, { type: 'quantity', index: 0, quantity: 0 }, latte),
    after(latte, cake),
  )
})

test('a quantity stays between nothing and the most that an order takes', () => {
  const draft = after(latte, cake)
  const quantityAfter = (change: DraftChange) => changeDraft(draft, change).lines[0]?.quantity
  assert.equal(quantityAfter({ type: 'quantity', index: 0, quantity: -4 }), 0)
  assert.equal(quantityAfter({ type: 'quantity', index: 0, quantity: 24 }), 24)
  assert.equal(quantityAfter({ type: 'quantity', index: 0, quantity: 5000 }), MAX_QUANTITY)
})

test('an order takes no more lines than the guest can be asked for', () => {
  const full = after(
    ...Array.from({ length: MAX_LINES + 5 }, (_, index) => ({
      type: 'add' as const,
      title: `Item ${index}`,
      unitPriceMinor: 100,
    })),
  )
  assert.equal(full.lines.length, MAX_LINES)
  assert.ok(OrderDraft.safeParse(bodyOf(full, 'EUR')).success)
})

test('the body leaves out what was not written', () => {
  assert.deepEqual(bodyOf(after(latte, { type: 'write', fields: { note: '  ' } }), 'EUR'), {
    lines: [{ title: 'Latte', quantity: 1, unitPriceMinor: 350 }],
    currency: 'EUR',
  })
  const full = after(latte, cake, {
    type: 'write',
    fields: { note: ' no sugar ', discountMinor: 90 },
  })
  assert.equal(draftTotalMinor(full), 850)
  const body = bodyOf(full, 'EUR')
  assert.equal(body.note, 'no sugar')
  assert.equal(body.discountMinor, 90)
})

test('a draft with nothing in it is empty, also after everything was taken out again', () => {
  assert.ok(isEmptyDraft(emptyDraft))
  assert.ok(isEmptyDraft(after(latte, { type: 'quantity', index: 0, quantity: 0 })))
  assert.ok(!isEmptyDraft(after({ type: 'write', fields: { note: 'window seat' } })))
})

test('a discount given per cent follows the lines, and one given as an amount does not', () => {
  const tenth: DraftChange = { type: 'write', fields: { discountShare: 1000 } }
  const amount: DraftChange = {
    type: 'write',
    fields: { discountShare: null, discountMinor: 100 },
  }
  const rows: [string, Draft, number][] = [
    ['given after the lines', after(latte, cake, tenth), 94],
    ['given before them', after(tenth, latte, cake), 94],
    ['one more', after(latte, cake, tenth, latte), 129],
    ['one out', after(latte, cake, tenth, { type: 'quantity', index: 1, quantity: 0 }), 35],
    ['another quantity', after(latte, tenth, { type: 'quantity', index: 0, quantity: 3 }), 105],
    ['nothing left', after(latte, tenth, { type: 'quantity', index: 0, quantity: 0 }), 0],
    ['an amount instead', after(latte, cake, tenth, amount, latte), 100],
    ['per cent instead', after(latte, cake, amount, tenth, latte), 129],
  ]
  for (const [name, draft, expected] of rows) assert.equal(draft.discountMinor, expected, name)
  assert.deepEqual(bodyOf(after(latte, cake, tenth), 'EUR').discountMinor, 94)
})

test('a whole round is added with its quantities', () => {
  const round: DraftChange = { ...latte, quantity: 3 }
  assert.deepEqual(after(latte, round).lines, [
    { title: 'Latte', quantity: 4, unitPriceMinor: 350 },
  ])
  const full = after({ ...latte, quantity: MAX_QUANTITY }, round)
  assert.deepEqual(
    full.lines.map(({ quantity }) => quantity),
    [MAX_QUANTITY, 3],
    'one line takes no more than it can',
  )
})
