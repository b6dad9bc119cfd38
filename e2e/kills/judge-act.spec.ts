import { expect, test } from '@playwright/test'
import { acts } from './acts.ts'
import { judgeSpot, judgeTrail, type ActAtSpot } from './judge-act.ts'
import type { Remains } from './oracle.ts'

type Row = Remains['orders'][number]

/** An order of 500 was edited to 900: its first transaction has ended and a second one is before the guest. */
const edit: ActAtSpot = {
  act: acts.find(({ name }) => name === 'order.edit') ?? acts[0],
  spotId: 7,
  order: { transactionKey: 'first' },
}

const row: Row = {
  id: 'o1',
  spot_id: 7,
  status: 'pending',
  closed_as: null,
  settled_with: null,
  version: 2,
  transaction_key: 'second',
}

function payments(price: number) {
  return [{ price, currency: 'EUR', description: 'Latte' }]
}

function remains(
  { first = 'deleted', secondMinor = 900, orders = [row] } = {},
  outcomes = ['asked', 'done'],
): Remains {
  const keys = orders.flatMap(({ transaction_key: key }) => (key === null ? [] : [key]))
  const onSpot = [...new Set([...keys, 'first'])].map((transaction_key, id) => ({
    id,
    transaction_key,
    status: 'pending',
  }))
  const who = { actor_id: null, actor_name: 'Ona', session_id: null, address: null }
  const what = { act: 'order.edit', subject: 'order o1', detail: '{}' }
  return {
    wallet: {
      spots: [{ id: 7, status: 'open', orders: onSpot }],
      transactions: [
        { transaction_key: 'first', status: first, payments: payments(500) },
        { transaction_key: 'second', status: 'new', payments: payments(secondMinor) },
      ],
      calls: {},
    },
    orders,
    intents: [],
    trail: outcomes.map((outcome, sequence) => {
      const row = { sequence, at: 0, ...who, ...what, outcome }
      return { ...row, previous_hash: '', hash: '' }
    }),
  }
}

test('an act that was carried out once has nothing against it', () => {
  expect(judgeSpot(edit, true, remains())).toEqual([])
  expect(judgeTrail(edit, true, remains())).toEqual([])
})

test('an act that was not carried out has nothing against it where nothing of it is to be seen', () => {
  const orders = [{ ...row, version: 1, transaction_key: 'first' }]
  const untouched = remains({ first: 'new', orders }, [])
  expect(judgeSpot(edit, false, untouched)).toEqual([])
  expect(judgeTrail(edit, false, untouched)).toEqual([])
})

const flaws: [what: string, flaw: RegExp, remains: Remains][] = [
  ['is payable twice', /law 2: payable/, remains({ first: 'new' })],
  ['asks for another amount', /payable amount: \[500\]/, remains({ secondMinor: 500 })],
  [
    'stands in the book twice',
    /orders in the book: 2/,
    remains({ orders: [row, { ...row, id: 'o2' }] }),
  ],
  ['is of the version before', /version: 1/, remains({ orders: [{ ...row, version: 1 }] })],
  ['is lost', /orders in the book: 0/, remains({ orders: [] })],
  ['has a transaction that was paid', /from before: "confirmed"/, remains({ first: 'confirmed' })],
]

for (const [what, flaw, found] of flaws) {
  test(`the judge of acts sees it when the order ${what}`, () => {
    expect(judgeSpot(edit, true, found).join('\n')).toMatch(flaw)
  })
}

test('the judge of acts sees it when the trail does not know how an act ended', () => {
  expect(judgeTrail(edit, true, remains({}, ['asked'])).join('')).toMatch(/law 10/)
})
