import fc from 'fast-check'
import { guestAnswers } from './people/guests.ts'
import { staffActNames, staffActs, type StaffActName } from './people/staff-acts.ts'
import type { Deed, Schedule, Step } from './schedule.ts'
import { writingCalls, type CallMatch } from './wallet/call-kind.ts'
import { faults, type Fault } from './wallet/faults.ts'
import type { Happening, Incident } from './wallet/incidents.ts'
import { counter, spotIds } from './wallet/site.ts'

/** Most of the trouble comes at the writing calls of acts under way, since that is where money is lost. */

/** Most of it at one spot, so that people and acts meet. */
const spotId = weighted(
  [3, fc.constant(spotIds[0])],
  [2, fc.constantFrom(...spotIds)],
  [2, fc.constant(counter)],
)
const downMs = weighted([6, fc.constantFrom(200, 1000, 4000)], [1, fc.constant(30_000)])
/** By then a submission that nothing goes against has its answer. */
const answeredMs = 2000
const pick = weighted([2, fc.constant(0)], [1, fc.nat({ max: 3 })])

function weighted<Value>(...choices: [number, fc.Arbitrary<Value>][]): fc.Arbitrary<Value> {
  return fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })))
}

const happening: fc.Arbitrary<Happening> = weighted<Happening>(
  [8, fc.record({ kind: fc.constant('fault'), fault: fc.constantFrom(...faults) })],
  [
    4,
    fc.record({
      kind: fc.constant('guest'),
      answer: weighted([4, fc.constant('pays' as const)], [1, fc.constantFrom(...guestAnswers)]),
      when: fc.constantFrom('before', 'after'),
    }),
  ],
  [1, fc.record({ kind: fc.constant('crash'), when: fc.constantFrom('before', 'after'), downMs })],
)

const incident: fc.Arbitrary<Incident> = fc.record({
  at: weighted<CallMatch>(
    [6, fc.constant('any write')],
    [4, fc.constantFrom(...writingCalls)],
    [1, fc.constant('any read')],
    [2, fc.constant('any call')],
  ),
  skip: weighted([3, fc.constant(0)], [2, fc.nat({ max: 3 })]),
  what: happening,
})

const deed: fc.Arbitrary<Deed> = weighted<Deed>(
  [
    12,
    fc.record({
      kind: fc.constant('staff'),
      act: weighted(
        ...staffActNames.map((name): [number, fc.Arbitrary<StaffActName>] => [
          staffActs[name].weight,
          fc.constant(name),
        ]),
      ),
      spotId,
      pick,
      isManager: fc.boolean(),
      taps: weighted(
        [7, fc.constant('once' as const)],
        [2, fc.constant('twice' as const)],
        [1, fc.constant('by two' as const)],
      ),
      insists: weighted([3, fc.constant(true)], [1, fc.constant(false)]),
    }),
  ],
  [
    5,
    fc.record({
      kind: fc.constant('guest'),
      spotId,
      answer: weighted<(Deed & { kind: 'guest' })['answer']>(
        [5, fc.constant('pays')],
        [2, fc.constant('comes')],
        [1, fc.constant('leaves')],
        [2, fc.constantFrom(...guestAnswers)],
      ),
      pick,
    }),
  ],
  [
    1,
    fc.record({
      kind: fc.constant('outage'),
      fault: fc.constantFrom<Fault>('refuse', 'reset_before', 'timeout_before', 'timeout_after'),
      forMs: fc.integer({ min: 1000, max: 90_000 }),
    }),
  ],
  [1, fc.record({ kind: fc.constant('crash'), downMs })],
)

const step: fc.Arbitrary<Step> = fc.record({
  afterMs: weighted(
    [3, fc.constant(0)],
    [4, fc.nat({ max: 500 })],
    [4, fc.nat({ max: 5000 })],
    [2, fc.nat({ max: 60_000 })],
  ),
  deed,
  incidents: weighted<Incident[]>(
    [5, fc.constant([])],
    [4, fc.array(incident, { minLength: 1, maxLength: 1 })],
    [2, fc.array(incident, { minLength: 1, maxLength: 3 })],
  ),
  kill: weighted<Step['kill']>(
    [20, fc.constant(null)],
    [1, fc.record({ statements: fc.nat({ max: 60 }), downMs })],
  ),
})

/** Orders that stand before the trouble begins, and how long those who paid them have to be seen. */
const standing = fc.record({
  orders: fc.array(fc.record({ spotId, isPaid: fc.boolean() }), { maxLength: 3 }),
  seenMs: fc.constantFrom(0, 10_000, 50_000),
})

const trouble = fc.array(step, { minLength: 1, maxLength: 12, size: 'max' })

const steps = fc.tuple(standing, trouble).map(([{ orders, seenMs }, [first, ...rest]]) => {
  const paid = orders.filter(({ isPaid }) => isPaid)
  return [
    ...orders.map(({ spotId }) => calm(0, submission(spotId))),
    ...paid.map(({ spotId }, index) => calm(index === 0 ? answeredMs : 0, payment(spotId))),
    ...(first ? [{ ...first, afterMs: first.afterMs + answeredMs + seenMs }] : []),
    ...rest,
  ]
})

function calm(afterMs: number, deed: Deed): Step {
  return { afterMs, deed, incidents: [], kill: null }
}

function submission(spotId: number): Deed {
  const how = { isManager: true, taps: 'once', insists: true } as const
  return { kind: 'staff', act: 'submit', spotId, pick: 0, ...how }
}

function payment(spotId: number): Deed {
  return { kind: 'guest', spotId, answer: 'pays', pick: 0 }
}

export const schedules: fc.Arbitrary<Schedule> = fc.record({
  chance: fc.noShrink(fc.nat()),
  wallet: fc.record({
    merchantSeesOrders: fc.boolean(),
    duplicateKey: fc.constantFrom('allow', 'refuse'),
    revokeOnClose: fc.boolean(),
    openWord: fc.constantFrom('open', 'opened'),
    clockSkewS: weighted([5, fc.constant(0)], [1, fc.constantFrom(-900, 900)]),
  }),
  isWatched: fc.boolean(),
  closesSettled: fc.boolean(),
  steps,
})
