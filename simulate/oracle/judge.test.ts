import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Asked, BookedOrder, Evidence, Finding } from './evidence.ts'
import { judge } from './judge.ts'

const key = 'K1'
const pending: BookedOrder = {
  id: 'o',
  spot_id: 1,
  version: 1,
  status: 'pending',
  closed_as: null,
  transaction_key: key,
  wallet_order_id: 52,
  created_at: 5,
  from_order: null,
}
const submitted: Asked = {
  act: 'submit',
  intentId: 'i',
  spotId: 1,
  orderId: 'o',
  amountMinor: 700,
  standing: [],
  told: [{ what: 'done', order: { id: 'o', status: 'pending', totalMinor: 700 } }],
}

function transaction(transactionKey: string, status: string, price = 700, reference = 'o:1') {
  const payments = [{ price, currency: 'EUR', parameters: { spotboard: reference } }]
  return { transaction_key: transactionKey, status, payments }
}

function walletOrder(id: number, transactionKey: string, status: string) {
  return { id, spot_id: 1, session: 1, transaction_key: transactionKey, status }
}

const offered = {
  reference: 'o:1',
  order_id: 'o',
  version: 1,
  transaction_key: key,
  amount_minor: 700,
}

/** One order of 700 that waits for its guest, as it should. */
const wallet: Evidence['wallet'] = {
  spots: [{ id: 1, status: 'open', session: 1 }],
  orders: [walletOrder(52, key, 'pending')],
  transactions: [transaction(key, 'new')],
}
const book: Evidence['book'] = {
  orders: [pending],
  versions: [{ order_id: 'o', version: 1, total_minor: 700, currency: 'EUR' }],
  transactions: [offered],
  intents: [
    {
      id: 'i',
      act: 'submit',
      spot_id: 1,
      order_id: 'o',
      state: 'done',
      created_at: 5,
      after_intent: null,
    },
  ],
  firstBrokenRow: null,
}
const right: Evidence = { wallet, book, asked: [submitted] }

const ended = { ...wallet, transactions: [transaction(key, 'deleted')] }
const closed: BookedOrder = { ...pending, status: 'closed', closed_as: 'deleted' }
const failed = (asked: Partial<Asked>): Asked => ({
  ...submitted,
  told: [{ what: 'failed', code: 'wallet_unreachable' }],
  ...asked,
})

test('a house in which everything is as promised has nothing to be found', () => {
  assert.deepEqual(judge(right), [])
  const twoOrdersOneKey = [walletOrder(52, key, 'pending'), walletOrder(53, key, 'pending')]
  assert.deepEqual(judge({ ...right, wallet: { ...wallet, orders: twoOrdersOneKey } }), [])
  const isPaid = { ...wallet, transactions: [transaction(key, 'confirmed')] }
  const paid = { ...book, orders: [{ ...pending, status: 'confirmed' }] }
  assert.deepEqual(judge({ ...right, wallet: isPaid, book: paid }), [])
  assert.deepEqual(judge({ ...right, wallet: ended, book: { ...book, orders: [closed] } }), [])
  const guestsLeft = { ...wallet, spots: [{ id: 1, status: 'closed', session: 1 }] }
  assert.deepEqual(judge({ ...right, wallet: guestsLeft }), [])
})

const cases: [string, Finding['rule'], Partial<Evidence>][] = [
  [
    'two transactions of one order that a guest can pay',
    'payable twice',
    {
      wallet: {
        ...wallet,
        orders: [...wallet.orders, walletOrder(53, 'K2', 'pending')],
        transactions: [transaction(key, 'new'), transaction('K2', 'new', 700, 'o:2')],
      },
    },
  ],
  [
    'a payment taken and the same asked once more',
    'payable twice',
    {
      wallet: {
        ...wallet,
        orders: [...wallet.orders, walletOrder(53, 'K2', 'pending')],
        transactions: [transaction(key, 'confirmed'), transaction('K2', 'new', 700, 'o:2')],
      },
    },
  ],
  [
    'an accepted order that no order at the wallet carries',
    'lost',
    { wallet: { ...wallet, orders: [] } },
  ],
  [
    'an accepted order that the wallet has closed while the visit goes on',
    'lost',
    { wallet: { ...wallet, orders: [walletOrder(52, key, 'closed')] } },
  ],
  ['an accepted order that the book has lost', 'lost', { book: { ...book, orders: [] } }],
  [
    'an order that a close of before has ended',
    'lost',
    {
      wallet: ended,
      book: {
        ...book,
        orders: [{ ...closed, closed_as: 'ended_with_spot' }],
        intents: [
          ...book.intents,
          {
            id: 'c',
            act: 'close',
            spot_id: 1,
            order_id: null,
            state: 'done',
            created_at: 4,
            after_intent: null,
          },
        ],
      },
    },
  ],
  [
    'an order that was sent to nobody and at which nothing is at work',
    'lost',
    { book: { ...book, orders: [{ ...pending, status: 'sending' }] } },
  ],
  ['a payment that has ended under an open order', 'book and wallet differ', { wallet: ended }],
  [
    "an order of the wallet's that carries another key",
    'book and wallet differ',
    { wallet: { ...wallet, orders: [walletOrder(53, key, 'pending')] } },
  ],
  [
    'money taken for an order that the book calls deleted',
    'book and wallet differ',
    {
      wallet: { ...wallet, transactions: [transaction(key, 'confirmed')] },
      book: { ...book, orders: [closed] },
    },
  ],
  [
    'law 1: more asked than staff last sent',
    'book and wallet differ',
    { wallet: { ...wallet, transactions: [transaction(key, 'new', 800)] } },
  ],
  [
    'law 1: another amount taken than staff last sent',
    'taken unequal',
    {
      wallet: { ...wallet, transactions: [transaction(key, 'confirmed', 800)] },
      book: { ...book, orders: [{ ...pending, status: 'confirmed' }] },
    },
  ],
  [
    'law 4: a transaction of ours that no open order of the book names',
    'left hanging',
    {
      wallet: {
        ...wallet,
        transactions: [transaction(key, 'new'), transaction('K2', 'new', 700, 'o:2')],
      },
    },
  ],
  [
    'law 4: money still held for an order that the book calls deleted',
    'left hanging',
    {
      wallet: { ...wallet, transactions: [transaction(key, 'reserved')] },
      book: { ...book, orders: [closed] },
    },
  ],
  [
    'a submission told as failed that the guest can pay',
    'told failed but there',
    {
      book: { ...book, intents: book.intents.map((intent) => ({ ...intent, state: 'failed' })) },
      asked: [failed({})],
    },
  ],
  [
    'a submission told as failed whose intent was carried through',
    'told failed but there',
    { asked: [failed({})] },
  ],
  [
    'a deletion told as failed that was done',
    'told failed but there',
    {
      wallet: ended,
      book: { ...book, orders: [closed] },
      asked: [failed({ act: 'delete', intentId: null, amountMinor: null })],
    },
  ],
  [
    'law 4: an unpaid order that outlives the closing of its spot',
    'left hanging',
    { asked: [{ ...submitted, act: 'close', standing: ['o'], told: [{ what: 'done' }] }] },
  ],
  [
    'law 4: an act told as done that has left a transaction behind',
    'left hanging',
    { asked: [{ ...submitted, told: [{ what: 'done', hanging: ['K0'] }] }] },
  ],
  ['one close that ends two visits', 'closed another visit', { visitsClosed: new Map([[1, 1]]) }],
  [
    'an act that never ends',
    'never at rest',
    { book: { ...book, intents: book.intents.map((one) => ({ ...one, state: 'running' })) } },
  ],
  ['a changed trail', 'trail broken', { book: { ...book, firstBrokenRow: 3 } }],
  [
    'an order that could be paid twice for a while',
    'payable twice',
    { everPayable: { twice: new Set(['o']), besides: new Map() } },
  ],
  ['what nobody foresaw', 'internal error', { stumbles: ['a line of the log'] }],
]

for (const [title, rule, bent] of cases) {
  test(`finds ${title}`, () => {
    const rules = judge({ ...right, ...bent }).map((finding) => finding.rule)
    assert.ok(rules.includes(rule), `found ${rules.join(', ') || 'nothing'}`)
  })
}
