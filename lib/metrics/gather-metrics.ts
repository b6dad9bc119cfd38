import 'server-only'
import { collectDefaultMetrics } from 'prom-client'
import { tileState, tileStates, troubles } from '#contract/floor.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { budget } from '#lib/floor/metered-wallet.ts'
import { floorWatch } from '#lib/floor/watch.ts'
import { unsettled } from '#lib/orders/book/order-book.ts'
import { now } from '#lib/runtime/clock.ts'
import { metrics } from '#lib/runtime/metrics.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'

const unfinished = ['running', 'queued'] as const

/** Everything that is counted, and how the house stands now, as Prometheus reads it. */
export async function gatherMetrics(): Promise<{ contentType: string; text: string }> {
  const { registry } = metrics()
  // Watching the event loop costs a little, so it begins with the first who wants to know.
  oncePerProcess('default-metrics', () => collectDefaultMetrics({ register: registry }))
  await gaugeFloor()
  await gaugeBook()
  return { contentType: registry.contentType, text: await registry.metrics() }
}

async function gaugeFloor(): Promise<void> {
  const gauges = metrics()
  const left = (await budget()).left(now())
  gauges.budgetLeft.set({ window: 'minute' }, left.perMinute)
  gauges.budgetLeft.set({ window: 'hour' }, left.perHour)

  const floor = await liveFloor()
  const { asOf, trouble, version, tiles } = floor.hub.current()
  if (asOf === null) gauges.readingAge.remove()
  else gauges.readingAge.set((now() - asOf) / 1000)
  for (const cause of troubles) gauges.trouble.set({ cause }, trouble?.cause === cause ? 1 : 0)
  gauges.watched.set(floorWatch().isWatched() ? 1 : 0)
  gauges.publications.set(version)
  gauges.inDoubt.set(floor.inDoubt().size)
  const states = tiles.map(tileState)
  for (const state of tileStates) {
    gauges.tiles.set({ state }, states.filter((one) => one === state).length)
  }
}

async function gaugeBook(): Promise<void> {
  const { intents, unsettledOrders } = metrics()
  const db = await database()
  const acts = await db
    .selectFrom('intents')
    .select(['state', (is) => is.fn.countAll().as('count')])
    .where('state', 'in', unfinished)
    .groupBy('state')
    .execute()
  for (const state of unfinished) {
    intents.set({ state }, Number(acts.find((row) => row.state === state)?.count ?? 0))
  }
  const orders = await db
    .selectFrom('orders')
    .select(['status', (is) => is.fn.countAll().as('count')])
    .where('status', 'in', unsettled)
    .groupBy('status')
    .execute()
  for (const status of unsettled) {
    const count = orders.find((row) => row.status === status)?.count ?? 0
    unsettledOrders.set({ status }, Number(count))
  }
}
