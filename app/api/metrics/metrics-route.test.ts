import { callRoute } from '#lib/http/testing/call-route.ts'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import * as z from 'zod'
import { openHouse } from '#lib/floor/testing/house.ts'
import { readSpot, watchSpots } from '#lib/floor/read-spots.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { floorWatch } from '#lib/floor/watch.ts'
import { submitOrder } from '#lib/orders/submit-order.ts'
import { draft, waiter } from '#lib/orders/testing/evening.ts'
import { beginAnotherLife } from '#lib/runtime/once-per-process.ts'
import { GET, POST } from './route.ts'

const token = 'm'.repeat(24)
const Problem = z.looseObject({ code: z.string() })

const house = await openHouse()

const ask = (authorization: string) => callRoute(GET, { headers: { authorization } })

async function problemOf(response: Response, status: number): Promise<string> {
  assert.equal(response.status, status)
  assert.equal(response.headers.get('content-type'), 'application/problem+json')
  assert.equal(response.headers.get('cache-control'), 'no-store')
  return Problem.parse(await response.json()).code
}

/** The sample of this name and these labels, whatever their order. */
function sample(text: string, name: string, labels: Record<string, string> = {}): number {
  const line = text.split('\n').find((candidate) => {
    const [, found, given = ''] = /^(\w+)(?:\{(.*)\})? /.exec(candidate) ?? []
    const all = Object.entries(labels).every(([key, value]) => given.includes(`${key}="${value}"`))
    return found === name && all
  })
  return line === undefined ? NaN : Number(line.slice(line.lastIndexOf(' ') + 1))
}

test('without METRICS_TOKEN there is no such address, whatever is sent', async () => {
  assert.equal(await problemOf(await ask(''), 404), 'not_found')
  assert.equal(await problemOf(await ask('Bearer '), 404), 'not_found')
  assert.equal(await problemOf(await ask('Bearer undefined'), 404), 'not_found')
})

test('with METRICS_TOKEN only its bearer gets in', async () => {
  process.env['METRICS_TOKEN'] = token
  beginAnotherLife({})
  const wrong = ['', token, `Basic ${token}`, `Bearer ${token}m`, `Bearer ${token.slice(1)}`]
  for (const authorization of wrong) {
    assert.equal(await problemOf(await ask(authorization), 401), 'unauthenticated', authorization)
  }
  const response = await ask(`Bearer ${token}`)
  assert.equal(response.status, 200)
  assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/)
  assert.equal(response.headers.get('cache-control'), 'no-store')
  const post = await callRoute(POST, { method: 'POST', body: {} })
  assert.equal(await problemOf(post, 405), 'method_not_allowed')
})

test('law 12: metrics say where the calls went and how the house stands, and name no guest, table or key', async () => {
  const identifier = 'TABLE1'
  floorWatch().look()
  watchSpots()
  const spotId = await house.scan('ona', identifier)
  await readSpot(spotId, 'poll')
  const order = await submitOrder({
    intentId: randomUUID(),
    spotId,
    draft: draft(1290),
    actor: waiter.actor,
  })
  const { hub } = await liveFloor()
  while (hub.current().asOf === null) {
    await new Promise<void>((resolve) => hub.onNextChange(resolve))
  }

  const text = await (await ask(`Bearer ${token}`)).text()
  const calls = 'spotboard_wallet_calls_total'
  const ofPeople = { priority: 'person', purpose: 'person', outcome: 'ok' }
  assert.equal(sample(text, calls, { ...ofPeople, method: 'POST', path: '/transaction' }), 1)
  assert.equal(sample(text, calls, { ...ofPeople, method: 'POST', path: '/spot/:id/order' }), 1)
  assert.ok(sample(text, calls, { purpose: 'waiting', path: '/spots', priority: 'poll' }) >= 1)
  assert.ok(sample(text, 'spotboard_readings_total', { source: 'waiting', outcome: 'read' }) >= 1)
  assert.ok(sample(text, 'spotboard_wallet_budget_left', { window: 'hour' }) < 100_000)
  assert.ok(sample(text, 'spotboard_floor_reading_age_seconds') >= 0)
  assert.equal(sample(text, 'spotboard_floor_watched'), 1)
  assert.equal(sample(text, 'spotboard_tiles', { state: 'open' }), 1)
  assert.equal(sample(text, 'spotboard_orders_unsettled', { status: 'pending' }), 1)
  assert.equal(sample(text, 'spotboard_intents', { state: 'running' }), 0)
  assert.equal(sample(text, 'spotboard_streams_open'), 0)
  assert.ok(sample(text, 'nodejs_eventloop_lag_seconds') >= 0)
  for (const secret of [identifier, order.id, order.transactionKey ?? '', token, 'ona']) {
    assert.ok(!text.includes(secret), secret)
  }
})
