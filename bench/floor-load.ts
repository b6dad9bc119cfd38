import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import * as z from 'zod/mini'
import { readSpot } from '#lib/wallet/spot-schemas.ts'
import { merge } from '#lib/floor/merge.ts'
import { noMoney } from '#lib/floor/spot-money.ts'
import { tileOfSpot } from '#lib/floor/tile.ts'
import { startPractice } from './parts/practice.ts'
import { inWords, printRows, ratios, RUNS } from './parts/spread.ts'
import { Viewers } from './parts/viewers.ts'
import { startWatchedWallet, type WatchedWallet } from './parts/watched-wallet.ts'

const SPOTS = 1000
const VIEWERS = 500
const POLLS = 7
const Spots = z.object({ spots: z.array(z.unknown()) })
const Transactions = z.object({ transactions: z.array(z.unknown()) })
const Transaction = z.object({ transaction_key: z.string() })

await measureSize()
await measureCalls()

/** The same thousand spots, with an order on each, as the wallet tells of them and as a screen is told. */
async function measureSize(): Promise<void> {
  const wallet = await startWatchedWallet()
  for (let table = 1; table <= SPOTS; table += 1) {
    const spotId = await wallet.scan(table)
    const created = await wallet.ask('/rest/v1/transaction', transactionFor(table))
    const { transaction_key } = Transaction.parse(created)
    await wallet.ask(`/rest/v1/spot/${spotId}/order`, { transaction_key })
  }
  const spots: unknown[] = []
  const transactions: unknown[] = []
  while (spots.length < SPOTS) {
    const page = `limit=200&offset=${spots.length}`
    spots.push(...Spots.parse(await wallet.ask(`/rest/v1/spots?status=open&${page}`)).spots)
    const told = await wallet.ask(`/rest/v1/transactions?${page}`)
    transactions.push(...Transactions.parse(told).transactions)
  }
  await wallet.stop()
  const read = spots.map((spot) => readSpot(spot, () => undefined))
  const at = Date.now()
  const list = { kind: 'list', status: 'open', spots: read, startedAt: at, at } as const
  const tiles = merge(new Map(), list).changed.map((spot, index) => {
    const money = { ...noMoney, unpaidMinor: priceAt(index + 1) }
    return tileOfSpot({ ...spot, since: at - index * 977 }, money, at + index, 'EUR')
  })
  const floor = { boot: '0123456789ab', version: 1, title: 'Bar', asOf: at, trouble: null, tiles }
  const [ours = NaN, theirs = NaN] = [floor, { spots, transactions }].map(
    (value) => gzipSync(JSON.stringify(value), { level: 9 }).length,
  )
  printRows([
    [`${SPOTS} spots with an order each as the floor, gzip`, `${ours} B`],
    ['  as the wallet tells them, gzip', `${theirs} B`],
    ['  floor ÷ wallet', `${(ours / theirs).toFixed(2)}; at most 0.25`],
  ])
}

/** Of the shape that Spotboard sends. */
function transactionFor(table: number): object {
  const payment = {
    description: `TABLE${table}: ${1 + (table % 3)} × Latte, 1 × Cheesecake`,
    price: priceAt(table),
    currency: 'EUR',
    parameters: { spotboard: randomUUID() },
  }
  return { payments: [payment], reserve: { for: 86_400 } }
}

function priceAt(table: number): number {
  return 100 + ((table * 7919) % 5000)
}

async function measureCalls(): Promise<void> {
  const wallet = await startWatchedWallet()
  const practice = await startPractice({ WALLET_API_URL: wallet.url })
  for (let table = 1; table <= 12; table += 1) await wallet.scan(table)
  const port = Number(new URL(practice.address).port)
  const callsOf = async (count: number) => {
    const viewers = new Viewers()
    await viewers.come(
      port,
      Array.from({ length: count }, () => practice.cookie),
    )
    const calls = await callsAMinute(wallet)
    viewers.leave()
    return calls
  }
  const many: number[] = []
  const one: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    one.push(await callsOf(1))
    many.push(await callsOf(VIEWERS))
  }
  await practice.stop()
  await wallet.stop()
  printRows([
    [`wallet calls a minute, ${VIEWERS} viewers`, inWords(many, '', 2)],
    ['  one viewer', inWords(one, '', 2)],
    ['  many ÷ one', `${inWords(ratios(many, one), '', 3)}; at most 1.02`],
  ])
}

/** From one poll for waiting guests to another some polls later, so that no call is counted by half. */
async function callsAMinute(wallet: WatchedWallet): Promise<number> {
  const before = wallet.calls().length
  const later = () => wallet.calls().slice(before)
  const polls = () => later().filter(({ path }) => path.includes('status=waiting'))
  while (polls().length < POLLS) await delay(100)
  const [first, last] = [polls()[0]?.at ?? NaN, polls().at(-1)?.at ?? NaN]
  const between = later().filter(({ at }) => at > first && at <= last)
  return (between.length / (last - first)) * 60_000
}
