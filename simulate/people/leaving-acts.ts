import type { DepartureAnswer } from '#contract/departure.ts'
import { database } from '#lib/database/connection.ts'
import { departuresOf } from '#lib/floor/departures.ts'
import { answerDeparture } from '#lib/orders/answer-departure.ts'
import { keepOpen } from '#lib/orders/close-settled.ts'
import type { AskingAtSpot, StaffAct } from './staff-act.ts'

type Saying<Answer = DepartureAnswer> = Answer extends unknown ? Omit<Answer, 'visitId'> : never

/** What is said of guests who have left, and done about what they left; refused where nobody has. */
async function say({ spotId, who }: AskingAtSpot, saying: Saying): Promise<boolean> {
  const departures = (await departuresOf(await database(), [spotId])).get(spotId) ?? []
  const { visitId, version } = departures[0] ?? { visitId: 'nobody', version: 0 }
  await answerDeparture({ spotId, version, answered: { ...saying, visitId }, ...who })
  return true
}

/** Acts on a visit that guests have ended themselves, and on one that is about to be ended by the house's rule. */
export const leavingActs = {
  'say gone': {
    weight: 1,
    isKeyed: false,
    on: 'spot',
    ask: (asking) => say(asking, { answer: 'gone' }),
  },
  'say here': {
    weight: 1,
    isKeyed: false,
    on: 'spot',
    ask: (asking) => say(asking, { answer: 'here' }),
  },
  'say wait': {
    weight: 1,
    isKeyed: false,
    on: 'spot',
    ask: (asking) => say(asking, { answer: 'wait' }),
  },
  'say moved': {
    weight: 2,
    isKeyed: false,
    on: 'spot',
    ask: (asking) => say(asking, { answer: 'moved', spotId: asking.elsewhere }),
  },
  'write off': {
    weight: 2,
    isKeyed: false,
    on: 'spot',
    ask: (asking) => say(asking, { answer: 'written_off', reason: 'Left without paying' }),
  },
  'keep open': {
    weight: 1,
    isKeyed: false,
    on: 'spot',
    ask: async ({ spotId, who: { actor } }) => {
      await keepOpen(spotId, actor)
      return true
    },
  },
} satisfies Record<string, StaffAct>
