import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changesAtAnyTime, changesThatAreSeen } from './payment-changes.ts'
import { moments, RaceTrack, type RaceEnd, type RacePlan } from './race.ts'

const RACES = 1000
/** A house that has seen many of them has long lists to read. */
const RACES_OF_A_HOUSE = 10

const others = ['replaced by an edit', 'paid twice', 'declined by another', 'nothing'] as const
const faults = ['timeout_after', 'reset_before', 'reset_after', 'twice', 'late', 'garbage'] as const

/** Law 1, as the wallet's own books have it: what was taken is what the guest was asked for, and nothing else. */
function flawsOf({ asked, order, transaction }: RaceEnd): string[] {
  const isTaken = transaction.status === 'confirmed'
  const prices = transaction.payments.map(({ priceMinor, currency }) => `${priceMinor} ${currency}`)
  const isRight = prices.join() === `${asked.totalMinor} EUR` && transaction.locationId === 3
  const isBooked = order.status === 'confirmed'
  return [
    ...(isTaken && !isRight ? [`took ${prices.join()} at ${transaction.locationId}`] : []),
    ...(isTaken === isBooked ? [] : [`${order.status} in the book, ${transaction.status} there`]),
    ...(isBooked && order.takenMinor !== asked.totalMinor ? [`${order.takenMinor} as taken`] : []),
  ]
}

const plans = fc.constantFrom(...moments).chain((when) =>
  fc.record<RacePlan>({
    amountMinor: fc.integer({ min: 200, max: 9000 }),
    what: fc.constantFrom(
      ...(when === 'at the confirmation' ? changesAtAnyTime : changesThatAreSeen),
      ...others,
    ),
    when: fc.constant(when),
    by: fc.integer({ min: 1, max: 100 }),
    fault: fc.option(fc.constantFrom(...faults), { nil: undefined, freq: 4 }),
  }),
)

test('law 1: in 1,000 races between reading and confirming, the wrong payment is never confirmed', async (t) => {
  const ends = new Map<string, number>()
  let track: RaceTrack | undefined
  for (const [race, plan] of fc.sample(plans, { numRuns: RACES, seed: 1 }).entries()) {
    if (!track || race % RACES_OF_A_HOUSE === 0) {
      track?.shut()
      track = await RaceTrack.open(`races ${race}`)
    }
    const end = await track.run(plan)
    assert.deepEqual(flawsOf(end), [], `race ${race}: ${JSON.stringify(plan)}`)
    assert.deepEqual(track.stumbles, [])
    if (plan.what === 'nothing') assert.equal(end.order.status, 'confirmed', JSON.stringify(plan))
    const name = `${plan.what}, ${end.order.status}`
    ends.set(name, (ends.get(name) ?? 0) + 1)
  }
  track?.shut()
  t.diagnostic(
    [...ends]
      .map(([name, count]) => `${name}: ${count}`)
      .toSorted()
      .join('\n'),
  )
  for (const what of [...changesThatAreSeen, ...others]) {
    assert.ok(
      [...ends.keys()].some((name) => name.startsWith(what)),
      `${what} was played`,
    )
  }
})
