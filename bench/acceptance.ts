import { randomUUID } from 'node:crypto'
import { address as addressOf } from '#contract/address.ts'
import { buildBarePage, startBarePage } from './parts/bare-page.ts'
import { startPractice } from './parts/practice.ts'
import { inWords, printRows, quantileOf, ratios, RUNS } from './parts/spread.ts'
import { steadily, type Target } from './parts/steady-load.ts'
import { startWatchedWallet } from './parts/watched-wallet.ts'

const LIMITS = { acceptanceP99Ms: 50, writesAnOrder: 2 }
const PER_SECOND = 50
const WARM_UP = 250
const ORDERS = 1000
const TABLES = 50

interface Run {
  acceptanceMs: number[]
  answerMs: number[]
  emptyMs: number[]
  writesAnOrder: number
}

const barePage = buildBarePage()
const runs: Run[] = []
for (let run = 0; run < RUNS; run += 1) runs.push(await measure())
print(runs)

async function measure(): Promise<Run> {
  const bare = await startBarePage(barePage)
  const wallet = await startWatchedWallet()
  const practice = await startPractice({
    WALLET_API_URL: wallet.url,
    WALLET_CALLS_PER_MINUTE: '100000',
    WALLET_CALLS_PER_HOUR: '1000000',
  })
  try {
    const spotIds: number[] = []
    for (let table = 1; table <= TABLES; table += 1) spotIds.push(await wallet.scan(table))
    const targets: [Target, Target] = [
      { address: practice.address, request: orderRequest(practice, spotIds) },
      { address: bare.address, request: emptyRequest },
    ]
    await inTurn(targets, { count: WARM_UP, from: 0 })
    const writesBefore = wallet.writes()
    const [orders, empty] = await inTurn(targets, { count: ORDERS, from: WARM_UP })
    return {
      acceptanceMs: orders.map(
        ({ number, dueAt }) => (wallet.askedAt(amountOf(number)) ?? NaN) - dueAt,
      ),
      answerMs: orders.map(({ dueAt, doneAt }) => doneAt - dueAt),
      emptyMs: empty.map(({ dueAt, doneAt }) => doneAt - dueAt),
      writesAnOrder: (wallet.writes() - writesBefore) / ORDERS,
    }
  } finally {
    await practice.stop()
    await wallet.stop()
    await bare.stop()
  }
}

/** Each request of the one goes out in the middle between two of the other. */
function inTurn([one, other]: [Target, Target], load: { count: number; from: number }) {
  const startsAt = performance.now() + 100
  const asked = { ...load, perSecond: PER_SECOND }
  return Promise.all([
    steadily(one, { ...asked, startsAt }),
    steadily(other, { ...asked, startsAt: startsAt + 500 / PER_SECOND }),
  ])
}

/** Amounts tell the orders apart at the wallet. */
function amountOf(number: number): number {
  return number + 1
}

function orderRequest(
  { address, cookie }: { address: string; cookie: string },
  spotIds: readonly number[],
): Target['request'] {
  return (number) => {
    const line = { title: 'Latte', quantity: 1, unitPriceMinor: amountOf(number) }
    return {
      path: addressOf.spotOrders(spotIds[number % spotIds.length] ?? NaN),
      headers: {
        cookie,
        origin: address,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({ lines: [line], currency: 'EUR' }),
    }
  }
}

function emptyRequest(): ReturnType<Target['request']> {
  return { path: '/api/empty', headers: { 'content-type': 'application/json' }, body: '{}' }
}

function print(measured: readonly Run[]): void {
  const of = (kind: 'acceptanceMs' | 'answerMs' | 'emptyMs', part: number) =>
    measured.map((run) => quantileOf(run[kind], part))
  const acceptance = of('acceptanceMs', 0.99)
  const empty = of('emptyMs', 0.99)
  const writes = measured.map((run) => run.writesAnOrder)
  const isKept =
    Math.max(...acceptance) <= LIMITS.acceptanceP99Ms && Math.max(...writes) <= LIMITS.writesAnOrder
  printRows([
    ['acceptance, half', inWords(of('acceptanceMs', 0.5), 'ms', 1)],
    ['acceptance, 99 of 100', inWords(acceptance, 'ms', 1)],
    ['whole answer, half', inWords(of('answerMs', 0.5), 'ms', 1)],
    ['whole answer, 99 of 100', inWords(of('answerMs', 0.99), 'ms', 1)],
    ['empty route, half', inWords(of('emptyMs', 0.5), 'ms', 1)],
    ['empty route, 99 of 100', inWords(empty, 'ms', 1)],
    ['acceptance ÷ empty, 99 of 100', inWords(ratios(acceptance, empty), '', 2)],
    ['writing calls an order', inWords(writes, '', 2)],
    [
      'limit',
      `${LIMITS.acceptanceP99Ms} ms and ${LIMITS.writesAnOrder} writing calls, ${isKept ? 'kept' : 'exceeded'}`,
    ],
  ])
}
