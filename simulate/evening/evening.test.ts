import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staffActNames } from '../people/staff-acts.ts'
import { playEvening } from './play-evening.ts'
import { eveningInWords, flawsOf } from './tell-evenings.ts'
import { counterStories, stories, type Beat } from './stories.ts'

const seed = 1
/** So many kinds of acts may have come too late each time, as when the guests had moved on. */
const mostInVain = 3

test('after an evening of 80 guests, lost answers and two kills the books equal the wallet to the cent', async (t) => {
  const evening = await playEvening(seed)
  t.diagnostic(eveningInWords(evening))
  assert.deepEqual(flawsOf(evening), [])

  // Where nothing had come about, nothing would have been proved.
  const { evidence, day, sent } = evening
  assert.equal(sent.guests, 80)
  assert.equal(sent.kills, 2)
  const done = new Set(
    evidence.asked
      .filter(({ told }) => ['done', 'working'].includes(told.at(-1)?.what ?? ''))
      .map(({ act }) => act),
  )
  const told = [...stories, ...counterStories].flat().map(doingOf)
  const inVain = staffActNames.filter((act) => told.includes(act) && !done.has(act))
  assert.ok(inVain.length <= mostInVain, inVain.join(', '))
  const { figures, payments } = day.report
  for (const name of [
    'cash',
    'card',
    'declined',
    'expired',
    'refused',
    'unpaid',
    'moneyBack',
  ] as const) {
    assert.ok(figures[name].count > 0, name)
  }
  const atCounter = evidence.book.orders.filter(({ spot_id: spotId }) => spotId < 0)
  for (const state of ['confirmed', 'settled', 'declined', 'pending']) {
    const isSome = atCounter.some((order) => (order.closed_as ?? order.status) === state)
    assert.ok(isSome, `${state} at the counter`)
  }
  const people = ['Greta', 'Jonas', 'Lukas', 'Ona', 'Rasa']
  assert.deepEqual(
    people.filter((name) => !figures.staff.some((one) => one.name === name)),
    [],
  )
  assert.ok(payments.some(({ confirmedBy }) => confirmedBy?.startsWith('Auto-confirm')))
  const closes = evidence.book.intents.filter(
    ({ act, state }) => act === 'close' && state === 'done',
  )
  assert.ok(closes.some(({ not_before: plannedFor }) => plannedFor !== null))
  assert.ok(evidence.book.intents.some(({ was_unknown: wasUnknown }) => wasUnknown === 1))
})

function doingOf(beat: Beat): unknown {
  return typeof beat === 'object' && 'elsewhere' in beat ? beat.elsewhere : beat
}
