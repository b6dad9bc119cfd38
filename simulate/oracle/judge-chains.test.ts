import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Asked, BookedOrder, Evidence } from './evidence.ts'
import { judge } from './judge.ts'

const went: BookedOrder = {
  id: 'o',
  spot_id: 1,
  version: 1,
  status: 'closed',
  closed_as: 'moved',
  transaction_key: null,
  wallet_order_id: null,
  created_at: 5,
  from_order: null,
}
const came: BookedOrder = {
  ...went,
  id: 'm',
  spot_id: 2,
  closed_as: 'settled',
  from_order: 'o',
}
const deletion = {
  id: 'd',
  act: 'delete',
  spot_id: 1,
  order_id: 'o',
  state: 'done',
  created_at: 6,
  after_intent: null,
}
const submission = {
  ...deletion,
  id: 's',
  act: 'submit',
  spot_id: 2,
  order_id: 'm',
  after_intent: 'd',
}
const offer = { ...deletion, id: 'w', act: 'offer', after_intent: 's' }

function rulesOf(
  orders: BookedOrder[],
  intents: Evidence['book']['intents'],
  besides = new Map<string, Set<string>>(),
  asked: Asked[] = [],
): string[] {
  const findings = judge({
    wallet: { spots: [], orders: [], transactions: [] },
    book: { orders, versions: [], transactions: [], intents, firstBrokenRow: null },
    asked,
    everPayable: { twice: new Set(), besides },
  })
  return findings.map(({ rule }) => rule)
}

test('law 2: a moved order that could be paid at both tables for a while is found', () => {
  const atBoth = new Map([['m', new Set(['m', 'o'])]])
  assert.deepEqual(rulesOf([went, came], [deletion, submission]), [])
  assert.deepEqual(rulesOf([went, came], [deletion, submission], atBoth), ['payable twice'])
  assert.deepEqual(rulesOf([went, came], [], atBoth), [], 'the parts of a bill stand side by side')

  const joined = { ...submission, act: 'edit' }
  const inWords = 'a share may take in again the bill that it was split from'
  assert.deepEqual(rulesOf([went, came], [deletion, joined], atBoth), [], inWords)
})

test('a moved order that was to go back and was not asked for there again is found', () => {
  const back = { ...came, closed_as: 'moved_back' }
  const acts = [deletion, { ...submission, state: 'failed' }]
  assert.deepEqual(rulesOf([went, back], [...acts, { ...offer, state: 'dropped' }]), ['lost'])
  assert.deepEqual(rulesOf([went, back], [...acts, offer]), [])
  assert.deepEqual(rulesOf([went, back], [...acts, { ...offer, state: 'replaced' }]), [])
})

test('cash for a share that was refused is found when it was taken all the same, but not when its split took it', () => {
  const refused: Asked = {
    act: 'settle',
    intentId: null,
    spotId: 2,
    orderId: 'm',
    amountMinor: null,
    standing: [],
    told: [{ what: 'failed', code: 'conflict' }],
  }
  const taken = { ...submission, act: 'settle', after_intent: null }
  const split = { ...deletion, id: 'e', act: 'edit' }
  const never = new Map<string, Set<string>>()
  assert.deepEqual(rulesOf([came], [taken], never, [refused]), ['told failed but there'])
  const byTheSplit = { ...taken, after_intent: 'e' }
  assert.deepEqual(rulesOf([came], [split, byTheSplit], never, [refused]), [])
})
