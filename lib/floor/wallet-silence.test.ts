import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { applyFloorPatch, type Floor } from '#contract/floor.ts'
import { FloorPatch } from '#contract/floor-schema.ts'
import { makeLog } from '#lib/runtime/log.ts'
import { beginAnotherLife } from '#lib/runtime/once-per-process.ts'
import { parseEnvironment } from '#lib/runtime/parse-environment.ts'
import { WalletError } from '#lib/wallet/errors.ts'
import type { Exchange, Transport } from '#lib/wallet/transport.ts'
import { Budget } from './budget.ts'
import { purposeOfCall } from './call-purpose.ts'
import { Hub } from './hub.ts'
import { Time } from './testing/time.ts'
import { noticedWhenSilent } from './wallet-silence.ts'
import { floorWatch } from './watch.ts'

const minuteMs = 60_000
const request = { method: 'GET', target: '/', headers: {}, timeLeftMs: 15_000 }
const answer: Exchange = { kind: 'answer', status: 200, headers: {}, body: Buffer.from('{}') }
const nothing: Exchange = { kind: 'none', why: 'the deadline', mayHaveArrived: true }

let time: Time
let hub: Hub
let transport: Transport
/** How long the wallet takes for the next answer; null for one that never comes. */
let takesMs: number | null
let calls: number
/** Each time that the floor's trouble came or went. */
let told: { cause: string | undefined; afterMs: number }[]

beforeEach(() => {
  time = new Time()
  const startedAt = time.nowMs
  hub = new Hub()
  takesMs = 100
  calls = 0
  told = []
  const say = (news: Partial<Floor>) => {
    const before = hub.current().trouble
    hub.publish({ ...hub.current(), ...news })
    const { trouble } = hub.current()
    if (trouble?.cause === before?.cause) return
    told.push({ cause: trouble?.cause, afterMs: time.nowMs - startedAt })
  }
  beginAnotherLife({
    clock: time,
    budget: Promise.resolve(new Budget({ perMinute: 50, perHour: 900 })),
    environment: parseEnvironment({}, '/nowhere'),
    log: makeLog('silent', { write: () => {} }),
    'live-floor': Promise.resolve({ hub, say }),
  })
  floorWatch()
  transport = noticedWhenSilent({
    exchange: ({ timeLeftMs }) => {
      calls += 1
      const isInTime = takesMs !== null && takesMs < timeLeftMs
      return after(isInTime ? takesMs : timeLeftMs, isInTime ? answer : nothing)
    },
    close: () => {},
  })
})

function after<Value>(delayMs: number | null, value: Value): Promise<Value> {
  return new Promise((resolve) => {
    time.after(delayMs ?? 0, () => resolve(value))
  })
}

function call(): Promise<Exchange> {
  return transport.exchange(request)
}

/** Reads the wallet every ten seconds, as the lists of spots are read. */
function poll(): void {
  const often = { neededMs: 10_000, promisedMs: 10_000, goodMs: 10_000, bestMs: 10_000 }
  floorWatch().add({
    name: 'waiting',
    importance: 1,
    wishes: () => often,
    read: async () => {
      purposeOfCall().calls += 1
      const { kind } = await call()
      if (kind === 'none') throw new WalletError('away', { code: 'no_answer', applied: 'no' })
    },
  })
}

test('law 9: a call without an answer is trouble on every screen within 5 s, until an answer comes', async () => {
  let screen = hub.current()
  const seen = hub.currentId()
  const listen = () =>
    hub.onNextChange(() => {
      const patch = hub.eventsSince(seen).at(-1)?.data
      screen = applyFloorPatch(screen, FloorPatch.parse(JSON.parse(JSON.stringify(patch))))
      listen()
    })
  listen()
  takesMs = 6000
  const since = time.nowMs
  void call()
  await time.pass(3500)
  assert.equal(screen.trouble, null)
  await time.pass(1000)
  assert.deepEqual(screen.trouble, { cause: 'wallet_unreachable', since })
  await time.pass(2000)
  assert.equal(screen.trouble, null)
  assert.equal(calls, 1)
})

test('a silence outlasts the calls that gave up, whoever made them, until the wallet is heard', async () => {
  takesMs = null
  void call()
  await time.pass(minuteMs)
  assert.equal(hub.current().trouble?.cause, 'wallet_unreachable')
  takesMs = 100
  void call()
  await time.pass(200)
  assert.equal(hub.current().trouble, null)
})

test('a wallet that is slow with every answer is called silent once, and not again and again', async () => {
  takesMs = 6000
  poll()
  await time.pass(60 * minuteMs)
  assert.deepEqual(
    told.map(({ cause }) => cause),
    ['wallet_unreachable', undefined],
  )
})

test('a wallet that is quick again after it was slow is again named within 5 s', async () => {
  takesMs = 6000
  void call()
  await time.pass(6 * minuteMs)
  told = []
  takesMs = null
  const beganAt = time.nowMs
  void call()
  await time.pass(4900)
  assert.equal(told.length, 1, `after ${time.nowMs - beganAt} ms`)
})

test('a call that is lost says nothing about a wallet that answers those after it', async () => {
  takesMs = null
  void call()
  takesMs = 100
  await time.pass(2000)
  void call()
  await time.pass(minuteMs)
  assert.deepEqual(told, [])
})

test('of two calls at once, one that is answered does not hide that the wallet fell silent then', async () => {
  void call()
  takesMs = null
  void call()
  await time.pass(4900)
  assert.equal(hub.current().trouble?.cause, 'wallet_unreachable')
})

test('an answer that was overtaken says nothing about the calls after it', async () => {
  takesMs = 3900
  void call()
  await time.pass(500)
  takesMs = 100
  void call()
  await time.pass(500)
  takesMs = null
  void call()
  await time.pass(7500)
  assert.equal(hub.current().trouble?.cause, 'wallet_unreachable')
})

test('what a reading has found out is taken back by a reading alone', async () => {
  takesMs = null
  poll()
  await time.pass(16_000)
  const isSaid = hub.current().trouble
  assert.equal(isSaid?.cause, 'wallet_unreachable')
  takesMs = 100
  void call()
  await time.pass(150)
  assert.deepEqual(hub.current().trouble, isSaid)
  await time.pass(minuteMs)
  assert.equal(hub.current().trouble, null)
  assert.equal(told.length, 2)
})
