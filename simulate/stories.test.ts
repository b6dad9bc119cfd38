import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inWords } from './in-words.ts'
import { MemoryDisk } from './memory-disk.ts'
import { judge } from './oracle/judge.ts'
import type { StaffActName } from './people/staff-acts.ts'
import { play } from './play.ts'
import type { Deed, Schedule, Step } from './schedule.ts'
import type { Incident } from './wallet/incidents.ts'

/** Schedules that once failed, cut down to what made them fail. */

const disk = await MemoryDisk.format()

const calm = {
  merchantSeesOrders: false,
  duplicateKey: 'allow',
  revokeOnClose: false,
  openWord: 'open',
  clockSkewS: 0,
} as const

function step(afterMs: number, deed: Deed, incidents: Incident[] = []): Step {
  return { afterMs, deed, incidents, kill: null }
}

function staff(act: StaffActName, spotId = 1): Deed {
  return { kind: 'staff', act, spotId, pick: 0, isManager: true, taps: 'once', insists: true }
}

/** Somebody who asks once and does not wait for the answer, but for an edit. */
function waiter(act: 'delete' | 'close' | 'edit'): Deed {
  const insists = act === 'edit'
  return { kind: 'staff', act, spotId: 1, pick: 0, isManager: false, taps: 'once', insists }
}

async function goesWell(steps: Step[], wallet: Schedule['wallet'] = calm): Promise<void> {
  const schedule = { chance: 1, wallet, isWatched: false, steps }
  const evidence = await play(schedule, disk)
  assert.deepEqual(judge(evidence), [], inWords(schedule))
  const acts = steps.filter(({ deed }) => deed.kind === 'staff').length
  assert.equal(evidence.asked.length, acts, 'every act was asked for')
}

test('law 6: a close that died with the process is not repeated on the guests who sat down since', async () => {
  await goesWell([
    step(0, staff('close'), [
      { at: 'close spot', skip: 0, what: { kind: 'crash', when: 'after', downMs: 5000 } },
    ]),
    step(1000, { kind: 'guest', spotId: 1, answer: 'comes', pick: 0 }),
  ])
})

test('law 2: a close that is carried on ends no order that was asked for after it', async () => {
  await goesWell([
    step(0, staff('close'), [
      { at: 'close spot', skip: 0, what: { kind: 'fault', fault: 'timeout_before' } },
    ]),
    step(100, staff('submit')),
  ])
})

test('law 4: a transaction that nobody heard of is found and ended although our clock is a quarter of an hour off', async () => {
  for (const clockSkewS of [-900, 900]) {
    await goesWell(
      [
        step(0, staff('submit'), [
          { at: 'create transaction', skip: 0, what: { kind: 'fault', fault: 'truncated' } },
        ]),
      ],
      { ...calm, clockSkewS },
    )
  }
})

test('law 9: a deletion that was delivered twice and cannot be read is not told as failed', async () => {
  await goesWell([
    step(0, staff('submit')),
    step(3000, staff('delete')),
    step(100, staff('delete now'), [
      { at: 'delete order', skip: 0, what: { kind: 'fault', fault: 'twice' } },
      { at: 'any read', skip: 0, what: { kind: 'fault', fault: 'server_error_after' } },
    ]),
  ])
})

test('law 9: a confirmation that was delivered twice and cannot be read is not told as failed', async () => {
  await goesWell([
    step(0, staff('submit')),
    step(3000, { kind: 'guest', spotId: 1, answer: 'pays', pick: 0 }),
    step(0, staff('confirm'), [
      { at: 'confirm', skip: 0, what: { kind: 'fault', fault: 'twice' } },
      { at: 'any read', skip: 1, what: { kind: 'fault', fault: 'server_error_after' } },
    ]),
  ])
})

test('law 9: an order that was taken back for a move, which cannot be read, is not told to have stayed', async () => {
  await goesWell([
    step(0, staff('submit')),
    step(3000, staff('move'), [
      { at: 'delete order', skip: 0, what: { kind: 'fault', fault: 'twice' } },
      { at: 'any read', skip: 0, what: { kind: 'fault', fault: 'server_error_after' } },
    ]),
  ])
})

test('law 9: a deletion that was put off and died with the process is not given up when the wallet is away then', async () => {
  await goesWell([
    step(0, staff('submit')),
    step(3000, staff('delete'), [
      { at: 'delete order', skip: 0, what: { kind: 'crash', when: 'after', downMs: 100 } },
      { at: 'delete order', skip: 1, what: { kind: 'fault', fault: 'refuse' } },
    ]),
    // The deletion begins before this.
    step(12_000, { kind: 'guest', spotId: 1, answer: 'comes', pick: 0 }),
  ])
})

test('law 9: a deletion that died with the process is not told as refused when the wallet then refuses to hear of it', async () => {
  for (const fault of ['bad_clock', 'forbidden'] as const) {
    await goesWell([
      step(0, staff('submit')),
      step(3000, staff('delete')),
      step(100, staff('delete now'), [
        { at: 'delete order', skip: 0, what: { kind: 'crash', when: 'after', downMs: 1000 } },
        { at: 'delete order', skip: 1, what: { kind: 'fault', fault } },
      ]),
    ])
  }
})

test('law 3: a deletion that may still be applied late is not told as refused when its repetition is', async () => {
  const refusedRead: Incident = {
    at: 'any read',
    skip: 0,
    what: { kind: 'fault', fault: 'refuse' },
  }
  const late: Incident = { at: 'any write', skip: 0, what: { kind: 'fault', fault: 'late' } }
  const badClock: Incident = { ...late, what: { kind: 'fault', fault: 'bad_clock' } }
  const steps: Step[] = [
    step(0, staff('submit')),
    step(2000, waiter('delete'), [refusedRead]),
    step(0, waiter('close'), [late]),
    { ...step(0, waiter('edit'), [badClock]), kill: { statements: 27, downMs: 200 } },
    step(1661, { kind: 'outage', fault: 'refuse', forMs: 1000 }),
  ]
  const played = await play({ chance: 1325798752, wallet: calm, isWatched: false, steps }, disk)
  assert.deepEqual(judge(played), [])
})

const forbidden = {
  at: 'create order',
  skip: 0,
  what: { kind: 'fault', fault: 'forbidden' },
} as const

test('law 2: a moved order that the other table refuses comes back, though the process dies before and the guests pay after', async () => {
  await goesWell([
    step(0, staff('submit')),
    step(3000, staff('move'), [
      { at: 'create transaction', skip: 0, what: { kind: 'crash', when: 'after', downMs: 1000 } },
      forbidden,
    ]),
    step(20_000, { kind: 'guest', spotId: 1, answer: 'pays', pick: 0 }),
  ])
})

test('law 6: a moved order that the other table refuses is not asked of the guests who sat down here since', async () => {
  await goesWell([
    step(0, staff('submit')),
    step(3000, staff('move'), [
      { at: 'create order', skip: 0, what: { kind: 'fault', fault: 'timeout_before' } },
      { ...forbidden, skip: 1 },
    ]),
    step(5000, { kind: 'guest', spotId: 1, answer: 'leaves', pick: 0 }),
    step(1000, { kind: 'guest', spotId: 1, answer: 'comes', pick: 0 }),
  ])
})
