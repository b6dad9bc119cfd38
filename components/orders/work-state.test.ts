import assert from 'node:assert/strict'
import test from 'node:test'
import { acts, orderStatuses, workOutcomes, type Order } from '#contract/order.ts'
import { text } from '#components/text/catalogue.ts'
import { workNews, type Tap, type WorkNews } from './work-state.ts'

const order: Order = {
  id: 'o1',
  version: 1,
  spotId: 12,
  status: 'pending',
  lines: [],
  discountMinor: 0,
  totalMinor: 700,
  currency: 'EUR',
  createdBy: 'Ona',
  createdAt: 1,
}
const work = { act: 'submit', outcome: 'running', since: 1 } as const

const rows: [string, Partial<Order>, Tap | null, WorkNews | null][] = [
  ['nothing under way', {}, null, null],
  ['a tap that is on its way', {}, 'delete', { words: 'Deleting…', isLasting: false }],
  ['an undo on its way', {}, 'keep', { words: text.undo.undoing, isLasting: false }],
  [
    'a tap that cancels an order on its way',
    { status: 'sending' },
    'delete',
    { words: 'Cancelling…', isLasting: false },
  ],
  [
    'a sending',
    { status: 'sending', work },
    null,
    { words: 'Asking the guest…', isLasting: false },
  ],
  [
    'a sending that Paysera does not answer',
    { status: 'sending', work: { ...work, outcome: 'waiting' } },
    null,
    { words: text.sending.waiting.submit, isLasting: true },
  ],
  [
    'a sending of unknown outcome',
    { status: 'sending', work: { ...work, outcome: 'unknown' } },
    null,
    { words: text.order.unknown.submit, isLasting: true },
  ],
  [
    'a cancelling of unknown outcome',
    { status: 'sending', work: { ...work, act: 'delete', outcome: 'unknown' } },
    null,
    { words: text.sending.cancelUnknown, isLasting: true },
  ],
  [
    'cash taken while Paysera is away',
    { settledWith: 'cash', work: { ...work, act: 'settle', outcome: 'waiting' } },
    null,
    { words: text.taken.meanwhile('cash'), isLasting: true },
  ],
  [
    'cash taken of which it is not known whether the app still shows it',
    { settledWith: 'card', work: { ...work, act: 'settle', outcome: 'unknown' } },
    null,
    { words: text.taken.meanwhile('card'), isLasting: true },
  ],
  [
    'a countdown, which has words of its own',
    { work: { ...work, act: 'delete', outcome: 'scheduled' } },
    null,
    null,
  ],
  [
    'a question, which has words of its own',
    { status: 'sending', work: { ...work, outcome: 'asking' } },
    null,
    null,
  ],
]
for (const [what, change, tapped, news] of rows) {
  test(`an order with ${what} says ${news === null ? 'nothing' : `"${news.words}"`}`, () => {
    assert.deepEqual(workNews({ ...order, ...change }, tapped, false), news)
  })
}

test('what takes long says that Spotboard goes on by itself', () => {
  const words = workNews({ ...order, status: 'sending', work }, null, true)?.words
  assert.equal(words, `Asking the guest… ${text.order.takesLong}`)
})

test('law 9: nothing that is not known to have failed is called failed', () => {
  for (const act of acts) {
    for (const outcome of workOutcomes) {
      for (const status of orderStatuses) {
        const words = workNews({ ...order, status, work: { act, outcome, since: 1 } }, null, true)
        assert.doesNotMatch(words?.words ?? '', /fail|did not work|error/i)
      }
    }
  }
})
