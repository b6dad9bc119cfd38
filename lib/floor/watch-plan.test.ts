import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { WalletError } from '#lib/wallet/errors.ts'
import { beginAnotherLife } from '#lib/runtime/once-per-process.ts'
import { parseEnvironment } from '#lib/runtime/parse-environment.ts'
import { makeLog } from '#lib/runtime/log.ts'
import { Budget } from './budget.ts'
import { purposeOfCall } from './call-purpose.ts'
import { Hub } from './hub.ts'
import { Time } from './testing/time.ts'
import { floorWatch } from './watch.ts'

const wishes = { neededMs: 20_000, promisedMs: 10_000, goodMs: 10_000, bestMs: 10_000 }
const rare = { neededMs: 60_000, promisedMs: 60_000, goodMs: 60_000, bestMs: 60_000 }

let time: Time
let budget: Budget
let hub: Hub
let reads: { name: string; atMs: number }[]

beforeEach(() => {
  time = new Time()
  budget = new Budget({ perMinute: 50, perHour: 900 })
  hub = new Hub()
  reads = []
  beginAnotherLife({
    clock: time,
    budget: Promise.resolve(budget),
    environment: parseEnvironment({}, '/nowhere'),
    log: makeLog('silent', { write: () => {} }),
    'live-floor': Promise.resolve({
      hub,
      say: (news: object) => hub.publish({ ...hub.current(), ...news }),
    }),
  })
})

/** A source whose readings take a call each, and whatever else it is told to do. */
function source(
  name: string,
  importance: number,
  about: { wishes: typeof wishes; read?: () => Promise<void> },
) {
  const begun = time.nowMs
  floorWatch().add({
    name,
    importance,
    wishes: () => about.wishes,
    read: async () => {
      reads.push({ name, atMs: time.nowMs - begun })
      purposeOfCall().calls += 1
      budget.spend(time.nowMs, 'poll')
      await about.read?.()
    },
  })
}

const timesOf = (name: string) => reads.filter((one) => one.name === name).map(({ atMs }) => atMs)

test('a reading that takes long keeps no other source waiting', async () => {
  source('waiting', 1, { wishes })
  source('payments', 2, { wishes: rare, read: () => new Promise(() => {}) })
  await time.pass(65_000)
  assert.equal(timesOf('payments').length, 1)
  assert.ok(timesOf('waiting').length >= 6, JSON.stringify(timesOf('waiting')))
})

test('what is hinted at is read at once, and then again in its time', async () => {
  source('waiting', 1, { wishes: rare })
  await time.pass(20_000)
  floorWatch().readSoon('waiting')
  await time.pass(1000)
  assert.equal(timesOf('waiting').length, 2)
  await time.pass(50_000)
  assert.equal(timesOf('waiting').length, 2)
})

test('law 8: a 429 slows readings down for as long as it says, and hints do not change that', async () => {
  source('waiting', 1, { wishes })
  await time.pass(1000)
  budget.pause(time.nowMs, 120_000)
  floorWatch().readSoon('waiting')
  await time.pass(119_000)
  assert.equal(timesOf('waiting').length, 1)
  await time.pass(2000)
  assert.equal(timesOf('waiting').length, 2)
})

test('an outage is met with ever longer pauses and one reading at a time, and ends by itself', async () => {
  let isAway = false
  let atOnce = 0
  let mostAtOnce = 0
  const read = async () => {
    atOnce += 1
    if (isAway) mostAtOnce = Math.max(mostAtOnce, atOnce)
    await new Promise<void>((resolve) => {
      time.after(2000, resolve)
    })
    atOnce -= 1
    if (isAway) throw new WalletError('away', { code: 'no_answer', applied: 'no' })
  }
  source('waiting', 1, { wishes, read })
  await time.pass(5000)
  isAway = true
  await time.pass(15_000)
  reads = []
  source('payments', 2, { wishes, read })
  await time.pass(300_000)
  assert.equal(hub.current().trouble?.cause, 'wallet_unreachable')
  assert.ok(reads.length < 25, `${reads.length} readings in five minutes`)
  assert.equal(mostAtOnce, 1)
  const gaps = reads.slice(3).map(({ atMs }, index) => atMs - (reads[index + 2]?.atMs ?? 0))
  assert.ok(Math.max(...gaps) <= 33_000)
  assert.ok(new Set(gaps).size > gaps.length / 2, 'with jitter')

  isAway = false
  await time.pass(33_000)
  assert.equal(hub.current().trouble, null)
})

test('a wallet that answers a person is read at once, however long the pause was to be', async () => {
  let isAway = true
  source('waiting', 1, {
    wishes,
    read: () =>
      isAway
        ? Promise.reject(new WalletError('away', { code: 'no_answer', applied: 'no' }))
        : Promise.resolve(),
  })
  await time.pass(200_000)
  isAway = false
  floorWatch().walletAnswered()
  await time.pass(100)
  assert.equal(hub.current().trouble, null)
})

test('of what is overdue, the reading comes first that is late by the larger part of its time', async () => {
  const seldom = { neededMs: 55_000, promisedMs: 55_000, goodMs: 55_000, bestMs: 55_000 }
  source('seldom', 1, { wishes: seldom })
  source('often', 2, { wishes })
  await time.pass(54_000)
  const before = reads.length
  budget.pause(time.nowMs, 26_000)
  await time.pass(27_000)
  // By now seldom is 25 s late and often 20 s, which is more for it.
  assert.deepEqual(
    reads.slice(before).map(({ name }) => name),
    ['often', 'seldom'],
  )
})
