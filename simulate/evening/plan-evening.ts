import { LONGEST_UNDO_S } from '#contract/settings.ts'
import { seededRandom } from '#sandbox/core/chance.ts'
import { guestAnswers, type GuestAnswer } from '../people/guests.ts'
import type { Deed, Schedule, Step } from '../schedule.ts'
import type { Fault } from '../wallet/faults.ts'
import { counter, spotsIn, terraceId } from '../wallet/site.ts'
import { counterStories, stories, type Beat, type Doing } from './stories.ts'

const guests = 80
const spots = 18
const terraceFrom = 14
const rounds = 4
const roundMs = 30 * 60_000
const waiters = ['Ona', 'Jonas', 'Greta', 'Lukas'] as const
const manager = 'Rasa'
/** What takes a manager, or often more than staff may take off a visit. */
const managersActs: readonly Doing[] = [
  'delete',
  'confirm less',
  'give money back',
  'write off',
  'close',
]
const lostAnswers: readonly Fault[] = [
  'reset_before',
  'reset_after',
  'timeout_before',
  'timeout_after',
  'late',
  'twice',
  'stale',
  'bad_gateway_after',
  'server_error_after',
  'garbage',
  'truncated',
  'slow',
]
const lostShare = 0.12
const sideBySideShare = 0.05
const kills = 2

interface Moment {
  atMs: number
  deed: Deed
}

/**
 * An evening of 80 guests, most of whom come to 18 tables in four rounds while the others pay at the counter, and of the
 * five people who serve them: each party lives a story of its own, and whatever is asked of the wallet may lose its
 * answer. In the end everything is tidied up.
 */
export function planEvening(seed: number): Schedule {
  const random = seededRandom(`evening ${seed}`)
  const between = (least: number, most: number) => least + random() * (most - least)
  const oneOf = <Value>(values: readonly Value[]): Value | undefined =>
    values[Math.floor(random() * values.length)]
  const deedOf = (what: Doing | 'comes', spotId: number): Deed => {
    if (isGuests(what)) return { kind: 'guest', spotId, answer: what, pick: 0 }
    const isManager = managersActs.includes(what) || random() < 0.4
    const by = isManager ? manager : oneOf(waiters)
    const taps =
      random() < sideBySideShare ? (oneOf(['twice', 'by two'] as const) ?? 'once') : 'once'
    const named = by === undefined ? {} : { by }
    return { kind: 'staff', act: what, spotId, pick: 0, isManager, taps, insists: true, ...named }
  }

  const moments: Moment[] = []
  const tell = (story: readonly Beat[], spotId: number, fromMs: number) => {
    let atMs = fromMs
    for (const beat of story) {
      if (typeof beat === 'object' && 'waitS' in beat) {
        atMs += beat.waitS * 1000
        continue
      }
      const isElsewhere = typeof beat === 'object'
      const at = isElsewhere ? (spotId % spots) + 1 : spotId
      moments.push({ atMs, deed: deedOf(isElsewhere ? beat.elsewhere : beat, at) })
      atMs += between(15, 60) * 1000
    }
  }
  const tables = eachInTurn(stories, random)
  for (const spotId of spotsIn({ spots })) {
    for (let round = 0; round < rounds; round += 1) {
      const before: Beat[] = round > 0 ? ['close', 'comes'] : ['comes']
      tell([...before, ...tables()], spotId, round * roundMs + between(0, 8) * 60_000)
    }
  }
  const atCounter = eachInTurn(counterStories, random)
  const withoutTable = guests - spots * rounds
  for (let guest = 0; guest < withoutTable; guest += 1) {
    const fromMs = ((guest + random()) / withoutTable) * rounds * roundMs
    tell(['comes', ...atCounter()], counter, fromMs)
  }
  const endMs = rounds * roundMs
  for (let kill = 1; kill <= kills; kill += 1) {
    const atMs = (endMs * kill) / (kills + 1) + between(-5, 5) * 60_000
    moments.push({ atMs, deed: { kind: 'crash', downMs: between(1, 10) * 1000 } })
  }
  const outage = { kind: 'outage', fault: 'timeout_after', forMs: 45_000 } as const
  moments.push({ atMs: between(0.2, 0.8) * endMs, deed: outage })

  const isLost = () => random() < lostShare
  const evening = inOrder(moments).map((step) =>
    isLost() ? { ...step, incidents: [loseOne(oneOf(lostAnswers) ?? 'reset_after')] } : step,
  )
  return {
    chance: seed,
    wallet: {
      merchantSeesOrders: seed % 2 === 0,
      duplicateKey: 'allow',
      revokeOnClose: false,
      openWord: 'open',
      clockSkewS: 0,
    },
    isWatched: true,
    house: {
      spots,
      terraceFrom,
      settings: {
        timeZone: 'Europe/Vilnius',
        undoSeconds: LONGEST_UNDO_S,
        closeSettledAfterMinutes: 2,
        autoConfirm: [{ locationId: terraceId, capMinor: 4000, setBy: manager }],
      },
    },
    steps: [...evening, ...tidyingUp(deedOf)],
  }
}

/** Tells each story before it tells any again. */
function eachInTurn(all: typeof stories, random: () => number): () => readonly Beat[] {
  let untold: (readonly Beat[])[] = []
  return () => {
    if (untold.length === 0) untold = [...all]
    const [story = []] = untold.splice(Math.floor(random() * untold.length), 1)
    return story
  }
}

function isGuests(what: Doing | 'comes'): what is GuestAnswer | 'comes' {
  return what === 'comes' || what === 'lets it expire' || guestAnswers.some((one) => one === what)
}

function loseOne(fault: Fault): Step['incidents'][number] {
  return { at: 'any call', skip: 0, what: { kind: 'fault', fault } }
}

function inOrder(moments: readonly Moment[]): Step[] {
  const sorted = moments.toSorted((one, other) => one.atMs - other.atMs)
  return sorted.map(({ atMs, deed }, index) => {
    const afterMs = Math.round(atMs - (sorted[index - 1]?.atMs ?? 0))
    return { afterMs, deed, incidents: [], kill: null }
  })
}

/** Once the last guests have gone, somebody takes what is held and frees the tables; the counter has several payments. */
function tidyingUp(deedOf: (what: Doing, spotId: number) => Deed): Step[] {
  const acts: readonly Doing[] = ['confirm', 'confirm', 'decline', 'close']
  const places = [...spotsIn({ spots }), counter, counter, counter]
  return acts.flatMap((act, index) =>
    places.map((spotId) => ({
      afterMs: index === 0 && spotId === 1 ? 600_000 : 3000,
      deed: deedOf(act, spotId),
      incidents: [],
      kill: null,
    })),
  )
}
