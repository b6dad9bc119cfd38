import { randomUUID } from 'node:crypto'
import { address as addressOf } from '#contract/address.ts'
import { Order } from '#contract/order.ts'
import {
  handOn,
  openCallbackPost,
  openScreen,
  startBareReceiver,
  type CallbackPost,
  type Screen,
} from './parts/called-back.ts'
import { startPractice, type Practice } from './parts/practice.ts'
import { guestAt, startSandbox, type RunningSandbox } from './parts/sandbox.ts'
import { inWords, printRows, quantileOf, ratios, RUNS } from './parts/spread.ts'
import { steadily } from './parts/steady-load.ts'

const LIMIT_MS = 300
const ONE_BY_ONE = 40
const AT_ONCE = 20
const ROUNDS = 4
const ORDERS_A_SECOND = 20
/** Orders that the sweep finds in the list, and those that come in while callbacks arrive. */
const BUSY_TABLES = 20

interface House {
  sandbox: RunningSandbox
  post: CallbackPost
  practice: Practice
}

/** One of the two that take callbacks, and the screen that listens to it. */
interface Receiver {
  address: string
  screen: Screen
}

interface Run {
  calmMs: number[]
  bareCalmMs: number[]
  busyMs: number[]
  bareBusyMs: number[]
}

let amountMinor = 1000
const runs: Run[] = []
for (let run = 0; run < RUNS; run += 1) runs.push(await measure())
print(runs)

async function measure(): Promise<Run> {
  const sandbox = await startSandbox()
  const post = await openCallbackPost()
  const practice = await startPractice({
    WALLET_API_URL: sandbox.url,
    WALLET_CALLBACK_URL: post.url,
    WALLET_CALLS_PER_MINUTE: '100000',
    WALLET_CALLS_PER_HOUR: '1000000',
  })
  const bare = await startBareReceiver(sandbox.url)
  const house = { sandbox, post, practice }
  const screenOf = await openScreen(`${practice.address}${addressOf.floorStream}`, practice.cookie)
  const bareScreen = await openScreen(bare.address)
  const ours = { address: `${practice.address}${addressOf.walletCallback}`, screen: screenOf }
  const peer = { address: bare.address, screen: bareScreen }
  try {
    for (const receiver of [ours, peer]) await calledBackAbout(house, receiver, 3)
    const run: Run = { calmMs: [], bareCalmMs: [], busyMs: [], bareBusyMs: [] }
    for (let payment = 0; payment < ONE_BY_ONE; payment += 1) {
      run.calmMs.push(...(await calledBackAbout(house, ours, 1)))
      run.bareCalmMs.push(...(await calledBackAbout(house, peer, 1)))
    }
    const isOver = { yes: false }
    const load = keepOrdering(house, isOver)
    for (let round = 0; round < ROUNDS; round += 1) {
      run.busyMs.push(...(await calledBackAbout(house, ours, AT_ONCE)))
      run.bareBusyMs.push(...(await calledBackAbout(house, peer, AT_ONCE)))
    }
    isOver.yes = true
    await load
    return run
  } finally {
    for (const { screen } of [ours, peer]) screen.leave()
    post.close()
    await bare.stop()
    await practice.stop()
    await sandbox.stop()
  }
}

/** So many guests pay; their callbacks are handed on at once. Answers how long each took until its screen told it. */
async function calledBackAbout(
  house: House,
  { address, screen }: Receiver,
  count: number,
): Promise<number[]> {
  const { sandbox, post } = house
  const payments = await Promise.all(
    Array.from({ length: count }, (_, index) => order(house, index + 1)),
  )
  for (const { transactionKey, table } of payments) {
    await sandbox.control('reserve', { guest: guestAt(table), transactionKey })
  }
  const bodies = await post.take(count)
  const sentAt = bodies.map((body) => ({ body, at: handOn(address, body) }))
  const tookMs = await Promise.all(
    payments.map(async ({ minor, transactionKey }) => {
      const sent = sentAt.find(({ body }) => body.includes(transactionKey))
      return (await screen.toldAt(minor)) - (sent?.at ?? NaN)
    }),
  )
  for (const payment of payments) await endVisit(house, payment)
  return tookMs
}

/** Confirms what is held and lets the guest go, so that each round finds the same house. */
async function endVisit(
  { sandbox, practice }: House,
  { id, table }: { id: string; table: number },
) {
  const answer = await fetch(`${practice.address}${addressOf.confirmOrder(id)}`, {
    method: 'POST',
    headers: { ...headersOf(practice), 'if-match': '"1"' },
    body: '{}',
  })
  if (!answer.ok) throw new Error(`Confirming answered ${answer.status}: ${await answer.text()}`)
  await sandbox.control('leave', { guest: guestAt(table) })
}

/** A new guest at a table of that number is asked for an amount that is nobody else's. */
async function order({ sandbox, practice }: House, table: number) {
  const spotId = await sandbox.scan(table)
  amountMinor += 1
  const minor = amountMinor
  const answer = await fetch(`${practice.address}${addressOf.spotOrders(spotId)}`, {
    method: 'POST',
    headers: headersOf(practice),
    body: bodyFor(minor),
  })
  const { id, transactionKey = '' } = Order.parse(await answer.json())
  return { id, minor, table, transactionKey }
}

/** Staff go on asking guests to pay at other tables, until they are told that it is over. */
async function keepOrdering({ sandbox, practice }: House, isOver: { yes: boolean }) {
  const spotIds: number[] = []
  for (let table = 1; table <= BUSY_TABLES; table += 1) {
    spotIds.push(await sandbox.scan(AT_ONCE + table))
  }
  let from = 0
  while (!isOver.yes) {
    await steadily(
      {
        address: practice.address,
        request: (number) => ({
          path: addressOf.spotOrders(spotIds[number % spotIds.length] ?? NaN),
          headers: headersOf(practice),
          body: bodyFor(100),
        }),
      },
      { count: ORDERS_A_SECOND, perSecond: ORDERS_A_SECOND, from, startsAt: performance.now() },
    )
    from += ORDERS_A_SECOND
  }
}

function headersOf({ address, cookie }: Practice) {
  return {
    cookie,
    origin: address,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  }
}

function bodyFor(unitPriceMinor: number): string {
  return JSON.stringify({
    lines: [{ title: 'Latte', quantity: 1, unitPriceMinor }],
    currency: 'EUR',
  })
}

function print(measured: readonly Run[]): void {
  const of = (kind: keyof Run, part: number) => measured.map((run) => quantileOf(run[kind], part))
  const busy = of('busyMs', 0.95)
  printRows([
    ['one by one, half', inWords(of('calmMs', 0.5), 'ms', 1)],
    ['one by one, 95 of 100', inWords(of('calmMs', 0.95), 'ms', 1)],
    ['  bare receiver, half', inWords(of('bareCalmMs', 0.5), 'ms', 1)],
    ['  ÷ bare receiver, half', inWords(ratios(of('calmMs', 0.5), of('bareCalmMs', 0.5)), '', 2)],
    [`${AT_ONCE} at once, half`, inWords(of('busyMs', 0.5), 'ms', 1)],
    [`${AT_ONCE} at once, 95 of 100`, inWords(busy, 'ms', 1)],
    ['  bare receiver, 95 of 100', inWords(of('bareBusyMs', 0.95), 'ms', 1)],
    ['  ÷ bare receiver, 95 of 100', inWords(ratios(busy, of('bareBusyMs', 0.95)), '', 2)],
    ['limit', `${LIMIT_MS} ms, ${Math.max(...busy) <= LIMIT_MS ? 'kept' : 'exceeded'}`],
  ])
}
