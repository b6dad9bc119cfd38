import assert from 'node:assert/strict'
import test from 'node:test'
import type { Order } from '#contract/order.ts'
import { changeDraft } from './draft.ts'
import type { DraftChange } from './draft.ts'
import {
  afterAttempt,
  draftOfOrder,
  draftSlot,
  isWorthKeeping,
  lowers,
  moveOnto,
  newDraft,
  parseKeptDraft,
} from './kept-draft.ts'
import type { KeptDraft } from './kept-draft.ts'

const order: Order = {
  id: 'o1',
  version: 3,
  spotId: 12,
  status: 'pending',
  lines: [{ title: 'Latte', quantity: 2, unitPriceMinor: 350 }],
  discountMinor: 0,
  totalMinor: 700,
  currency: 'EUR',
  createdBy: 'Ona',
  createdAt: 1,
}

function changed(kept: KeptDraft, ...changes: DraftChange[]): KeptDraft {
  return { ...kept, draft: changes.reduce(changeDraft, kept.draft) }
}

test('a kept draft comes back as it was, with its intent', () => {
  const kept = changed(draftOfOrder(order, 5), { type: 'quantity', index: 0, quantity: 3 })
  assert.deepEqual(parseKeptDraft(JSON.stringify(kept)), kept)
})

test('anything else on the device is not taken for a draft', () => {
  for (const stored of [
    '',
    'null',
    '{}',
    '{"intentId":1}',
    '[1',
    JSON.stringify({ ...newDraft(1), draft: {} }),
  ]) {
    assert.equal(parseKeptDraft(stored), null)
  }
})

test('each table and each edited order has a draft of its own', () => {
  const slots = [
    draftSlot(1),
    draftSlot(12),
    draftSlot(1, 'o1'),
    draftSlot(1, 'o2'),
    draftSlot(1, 'o1', 'again'),
    draftSlot(1, 'o1', 'decline'),
  ]
  assert.equal(new Set(slots).size, slots.length)
})

test('only what a person would miss is kept', () => {
  const fresh = newDraft(1)
  const edit = draftOfOrder(order, 1)
  assert.equal(isWorthKeeping(fresh), false)
  assert.equal(isWorthKeeping(edit), false)
  assert.ok(isWorthKeeping(changed(fresh, { type: 'add', title: 'Tea', unitPriceMinor: 200 })))
  assert.ok(isWorthKeeping(changed(edit, { type: 'quantity', index: 0, quantity: 1 })))
  assert.ok(isWorthKeeping(changed(edit, { type: 'write', fields: { note: 'no sugar' } })))
  assert.equal(
    isWorthKeeping(
      changed(
        edit,
        { type: 'quantity', index: 0, quantity: 1 },
        { type: 'quantity', index: 0, quantity: 2 },
      ),
    ),
    false,
  )
  assert.ok(isWorthKeeping({ ...fresh, unanswered: true }), 'an open intent is never dropped')
})

test('without an answer the next attempt carries the same intent, after a refusal a new one', () => {
  const kept = changed(newDraft(1), { type: 'add', title: 'Tea', unitPriceMinor: 200 })
  const open = afterAttempt(kept, 'unanswered')
  assert.equal(open.intentId, kept.intentId)
  assert.equal(open.unanswered, true)
  assert.deepEqual(afterAttempt(open, 'not_tried'), open, 'an open intent stays open')
  const refused = afterAttempt(open, 'refused')
  assert.notEqual(refused.intentId, kept.intentId)
  assert.equal(refused.unanswered, false)
  assert.deepEqual(refused.draft, kept.draft)
})

test('an edit lowers when the guest is asked for less in total', () => {
  const { draft, base } = draftOfOrder(order, 1)
  assert.ok(base)
  const lowersAfter = (...changes: DraftChange[]) =>
    lowers(changes.reduce(changeDraft, draft), base)
  assert.equal(lowersAfter(), false)
  assert.equal(lowersAfter({ type: 'quantity', index: 0, quantity: 3 }), false)
  assert.equal(lowersAfter({ type: 'quantity', index: 0, quantity: 1 }), true)
  assert.equal(lowersAfter({ type: 'write', fields: { discountMinor: 1 } }), true)
})

test('two people changed one order: each choice is made on the version that is in force', () => {
  const tea = { title: 'Tea', quantity: 1, unitPriceMinor: 200 }
  const cake = { title: 'Cake', unitPriceMinor: 590 }
  const present: Order = {
    ...order,
    version: 4,
    lines: [...order.lines, tea],
    discountMinor: 50,
    note: 'theirs',
  }
  const kept = changed(draftOfOrder(order, 1), { type: 'add', ...cake })
  const { base } = kept
  assert.ok(base)
  const after = (keep: 'mine' | 'theirs' | 'both') => {
    const moved = moveOnto(present, { kept, base, keep })
    assert.equal(moved.base?.version, 4)
    return moved.draft
  }
  assert.deepEqual(after('mine'), kept.draft)
  assert.deepEqual(after('theirs').lines, present.lines)
  const both = after('both')
  assert.deepEqual(both.lines, [...order.lines, tea, { ...cake, quantity: 1 }])
  assert.equal(both.discountMinor, 50)
  assert.equal(both.note, 'theirs')
})

test('a draft that was kept before discounts could be per cent is still read', () => {
  const kept = changed(newDraft(1), { type: 'add', title: 'Tea', unitPriceMinor: 200 })
  const { discountShare, ...draft } = kept.draft
  assert.equal(discountShare, null)
  assert.deepEqual(parseKeptDraft(JSON.stringify({ ...kept, draft })), kept)
})

test('a discount per cent is of what both people have put on the order', () => {
  const tea = { title: 'Tea', quantity: 1, unitPriceMinor: 200 }
  const present: Order = { ...order, version: 4, lines: [...order.lines, tea], discountMinor: 50 }
  const kept = changed(draftOfOrder(order, 1), { type: 'write', fields: { discountShare: 1000 } })
  const { base } = kept
  assert.ok(base)
  assert.equal(kept.draft.discountMinor, 70)
  assert.equal(moveOnto(present, { kept, base, keep: 'both' }).draft.discountMinor, 90)
  assert.equal(moveOnto(present, { kept, base, keep: 'theirs' }).draft.discountMinor, 50)
})
