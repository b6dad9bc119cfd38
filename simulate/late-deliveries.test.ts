import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judge } from './oracle/judge.ts'
import { play } from './play.ts'
import type { Step } from './schedule.ts'
import { calm, disk, goesWell, staff, step, waiter } from './story.ts'
import type { Incident } from './wallet/incidents.ts'

/** Nobody does anything for a while, so that what is planned for calls still meets those that are repeated. */
function quiet(forMs: number): Step {
  return step(forMs, { kind: 'guest', spotId: 1, answer: 'comes', pick: 0 })
}

const lateAt = (at: Incident['at']): Incident => ({
  at,
  skip: 0,
  what: { kind: 'fault', fault: 'late' },
})

const meets = (at: Incident['at'], fault: 'refuse' | 'forbidden'): Incident => ({
  at,
  skip: 0,
  what: { kind: 'fault', fault },
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

test('law 3: a deletion that died with the process is not told as refused while it may still be applied late', async () => {
  await goesWell([
    step(0, staff('submit')),
    step(3000, staff('delete')),
    step(100, staff('delete now'), [
      lateAt('delete order'),
      { at: 'delete order', skip: 0, what: { kind: 'crash', when: 'after', downMs: 1000 } },
      meets('delete order', 'forbidden'),
    ]),
    quiet(10_000),
  ])
})

test('law 3: a confirmation that may still be applied late is not told as refused when its repetition is', async () => {
  const { book } = await goesWell([
    step(0, staff('submit')),
    step(3000, { kind: 'guest', spotId: 1, answer: 'pays', pick: 0 }),
    step(1000, staff('confirm'), [lateAt('confirm'), meets('confirm', 'forbidden')]),
    quiet(20_000),
  ])
  const confirmation = book.intents.find(({ act }) => act === 'confirm')
  assert.equal(confirmation?.state, 'done')
})

/**
 * The late delivery arrives right between the refusal and the end of the new key. Where what is called when has changed,
 * the moment is another one, and no third transaction tells that it was met.
 */
test('law 3: an edit that is applied late, right when its repetition is refused, leaves an order that can be paid', async () => {
  const refused = Array.from({ length: 4 }, () => meets('edit order', 'refuse'))
  const { book } = await goesWell(
    [
      step(0, staff('submit')),
      step(3000, staff('edit'), [
        lateAt('edit order'),
        ...refused,
        meets('edit order', 'forbidden'),
      ]),
      quiet(60_000),
    ],
    calm,
    1012,
  )
  assert.equal(book.transactions.length, 3, 'the guest was asked anew')
})

/** The late delivery arrives right between the next edit and the end of the key before it; the same holds of its moment. */
test('law 3: an edit that is applied late, right during the next one, leaves an order that can be paid', async () => {
  for (const chance of [743, 1761]) {
    const { book } = await goesWell(
      [
        step(0, staff('submit')),
        step(3000, staff('edit'), [lateAt('edit order')]),
        step(100_000, staff('edit')),
      ],
      calm,
      chance,
    )
    assert.equal(book.transactions.length, 4, 'the guest was asked anew')
  }
})
