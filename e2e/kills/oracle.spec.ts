import { expect, test } from '@playwright/test'
import { hashOf, judge, type AskedOrder, type Remains, type TrailRow } from './oracle.ts'

/** Three orders were asked: one was accepted, one refused, and of one nobody heard. */
const asked: AskedOrder[] = [
  { intentId: 'i1', spotId: 7, amountMinor: 1, told: 'accepted', orderId: 'o1' },
  { intentId: 'i2', spotId: 7, amountMinor: 2, told: 'refused' },
  { intentId: 'i3', spotId: 7, amountMinor: 3, told: 'unknown' },
]

const evening = (): Remains => ({
  wallet: {
    spots: [{ id: 7, status: 'open', orders: [walletOrder(1, 'k1')] }],
    transactions: [transaction('k1', 1), { ...transaction('k0', 1), status: 'deleted' }],
    calls: {},
  },
  orders: [bookedOrder('o1', 'k1')],
  intents: [{ id: 'i1', state: 'done', order_id: 'o1' }],
  trail: trailOf('asked', 'done'),
})

function bookedOrder(id: string, transaction_key: string) {
  const open = { status: 'pending', closed_as: null, settled_with: null }
  return { id, spot_id: 7, ...open, version: 1, transaction_key }
}

function walletOrder(id: number, key: string) {
  return { id, transaction_key: key, status: 'pending' }
}

function transaction(key: string, price: number) {
  const payments = [{ price, currency: 'EUR', description: 'Latte' }]
  return { transaction_key: key, status: 'new', payments }
}

function trailOf(...outcomes: string[]): TrailRow[] {
  const rows: TrailRow[] = []
  for (const [index, outcome] of outcomes.entries()) {
    const who = { actor_id: 's', actor_name: 'Ona', session_id: null, address: null }
    const what = { act: 'order.submit', subject: 'order o1', outcome, detail: '{}' }
    const previous_hash = rows.at(-1)?.hash ?? ''
    const row = { sequence: index + 1, at: index, ...who, ...what, previous_hash }
    rows.push({ ...row, hash: hashOf(row) })
  }
  return rows
}

/** Puts one more order on a spot of the wallet. */
function addPayable({ wallet }: Remains, spotId: number, key: string, price: number): void {
  const spot = wallet.spots.find(({ id }) => id === spotId)
  if (spot) spot.orders.push(walletOrder(9, key))
  else wallet.spots.push({ id: spotId, status: 'open', orders: [walletOrder(9, key)] })
  if (!wallet.transactions.some((one) => one.transaction_key === key)) {
    wallet.transactions.push(transaction(key, price))
  }
}

test('an evening on which every promise was kept has nothing against it', () => {
  expect(judge(asked, evening())).toEqual([])
})

test('two orders under one key are one payment (law 2)', () => {
  const remains = evening()
  addPayable(remains, 7, 'k1', 1)
  expect(judge(asked, remains)).toEqual([])
})

const breaks: [what: string, sentence: RegExp, change: (remains: Remains) => void][] = [
  ['an accepted order is lost', /accepted.*i1: it is lost/, ({ wallet }) => wallet.spots.splice(0)],
  [
    'an accepted order is payable twice',
    /i1: law 2: payable 2 times/,
    (now) => addPayable(now, 7, 'k9', 1),
  ],
  ['a refused order is there', /refused.*i2: it is payable/, (now) => addPayable(now, 7, 'k9', 2)],
  [
    'an unanswered order is there twice',
    /unknown.*i3: law 2: payable 2/,
    (now) => {
      addPayable(now, 7, 'k8', 3)
      addPayable(now, 7, 'k9', 3)
    },
  ],
  [
    'an unanswered order is payable but in no book',
    /i3: it is payable and not in the book/,
    (now) => addPayable(now, 7, 'k9', 3),
  ],
  [
    'an order is on another spot',
    /i1: it is on spot 8/,
    (now) => {
      now.wallet.spots.splice(0)
      addPayable(now, 8, 'k1', 1)
    },
  ],
  [
    'an order that nobody asked for is payable',
    /nobody asked for the payable order of 4/,
    (now) => addPayable(now, 7, 'k9', 4),
  ],
  [
    'a transaction hangs',
    /law 4: transaction k9 is on no order/,
    ({ wallet }) => {
      wallet.transactions.push(transaction('k9', 3))
    },
  ],
  [
    'the book knows another key',
    /i1: the book says pending under k5, not k1/,
    (now) => {
      now.orders = [bookedOrder('o1', 'k5')]
    },
  ],
  [
    'the book has it under another id',
    /i1: the book has it as o5/,
    (now) => {
      now.orders = [bookedOrder('o5', 'k1')]
      now.intents = [{ id: 'i1', state: 'done', order_id: 'o5' }]
    },
  ],
  [
    'an act is still at work',
    /intent i1 is still at work/,
    (now) => {
      now.intents = [{ id: 'i1', state: 'running', order_id: 'o1' }]
    },
  ],
  [
    'the trail says nothing of the end',
    /i1: law 10: the trail says asked/,
    (now) => {
      now.trail = trailOf('asked')
    },
  ],
  [
    'a row of the trail was changed',
    /row 1 of the trail does not continue/,
    (now) => {
      now.trail = now.trail.map((row) => ({ ...row, actor_name: 'Rasa' }))
    },
  ],
  [
    'a row of the trail is missing',
    /row 2 of the trail does not continue/,
    (now) => {
      now.trail = now.trail.slice(1)
    },
  ],
]

for (const [what, sentence, change] of breaks) {
  test(`the oracle sees it when ${what}`, () => {
    const remains = evening()
    change(remains)
    expect(judge(asked, remains).join('\n')).toMatch(sentence)
  })
}
