import 'server-only'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { oncePerProcess } from './once-per-process.ts'

/** Up to a second a person does not mind; the rest tells a slow wallet from one that is away. */
const SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

/**
 * What is counted for operators. Labels are words of our own (a path is its template, a status one that we know), never
 * ids, names, keys or what a guest has typed.
 */
export function metrics() {
  return oncePerProcess('metrics', () => {
    const registry = new Registry()
    const registers = [registry]
    return {
      registry,
      walletCalls: new Counter({
        name: 'spotboard_wallet_calls_total',
        help: 'Calls to the wallet, and what they were for: a person, or the reading that made them.',
        labelNames: ['method', 'path', 'outcome', 'priority', 'purpose'],
        registers,
      }),
      walletCallSeconds: new Histogram({
        name: 'spotboard_wallet_call_seconds',
        help: 'How long the wallet took to answer a call.',
        labelNames: ['priority'],
        buckets: SECONDS,
        registers,
      }),
      walletWaitSeconds: new Histogram({
        name: 'spotboard_wallet_wait_seconds',
        help: 'How long a call waited for the budget before it went out.',
        labelNames: ['priority'],
        buckets: SECONDS,
        registers,
      }),
      readings: new Counter({
        name: 'spotboard_readings_total',
        help: 'Readings of the wallet by what they read; some find that there is nothing to ask.',
        labelNames: ['source', 'outcome'],
        registers,
      }),
      callbacks: new Counter({
        name: 'spotboard_callbacks_total',
        help: 'What came in by the callback address, and what was done about it.',
        labelNames: ['form', 'outcome'],
        registers,
      }),
      budgetLeft: new Gauge({
        name: 'spotboard_wallet_budget_left',
        help: 'Calls that still fit into the minute and into the hour that end now.',
        labelNames: ['window'],
        registers,
      }),
      readingAge: new Gauge({
        name: 'spotboard_floor_reading_age_seconds',
        help: 'Age of the last whole reading of who waits; absent before the first.',
        registers,
      }),
      trouble: new Gauge({
        name: 'spotboard_floor_trouble',
        help: '1 for what keeps the floor from being fresh.',
        labelNames: ['cause'],
        registers,
      }),
      watched: new Gauge({
        name: 'spotboard_floor_watched',
        help: '1 while somebody has looked at the floor within the last minute.',
        registers,
      }),
      publications: new Gauge({
        name: 'spotboard_floor_publications',
        help: 'How often the floor has changed on the screens since the start.',
        registers,
      }),
      streams: new Gauge({
        name: 'spotboard_streams_open',
        help: 'Screens that listen to the floor.',
        registers,
      }),
      tiles: new Gauge({
        name: 'spotboard_tiles',
        help: 'Spots on the floor by what they say.',
        labelNames: ['state'],
        registers,
      }),
      inDoubt: new Gauge({
        name: 'spotboard_spots_in_doubt',
        help: 'Spots that still have to be asked for by id.',
        registers,
      }),
      intents: new Gauge({
        name: 'spotboard_intents',
        help: 'Acts that are not finished.',
        labelNames: ['state'],
        registers,
      }),
      unsettledOrders: new Gauge({
        name: 'spotboard_orders_unsettled',
        help: 'Orders that nobody has paid or decided yet.',
        labelNames: ['status'],
        registers,
      }),
    }
  })
}
