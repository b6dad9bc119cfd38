import type { Deed, Schedule, Step } from './schedule.ts'
import type { Incident } from './wallet/incidents.ts'
import { counter } from './wallet/site.ts'

/** A schedule as a story that a person can follow, a line for each thing. */
export function inWords({ wallet, isWatched, steps }: Schedule): string {
  const setting = Object.entries(wallet).map(([name, value]) => `${name} ${value}`)
  let atMs = 0
  const story = steps.flatMap((step) => {
    atMs += step.afterMs
    return stepInWords(step, atMs)
  })
  return [
    `The wallet: ${setting.join(', ')}. ${isWatched ? 'A screen' : 'No screen'} shows the floor.`,
    'Guests sit at every spot.',
    ...story,
    'Then the wallet is healthy, and time passes until nothing is at work.',
  ].join('\n')
}

function stepInWords({ deed, incidents, kill }: Step, atMs: number): string[] {
  const kills = kill
    ? [`    the dashboard is killed ${kill.statements} statements later, for ${inS(kill.downMs)}`]
    : []
  const seconds = (atMs / 1000).toFixed(1).padStart(6)
  return [
    `${seconds} s  ${deedInWords(deed)}`,
    ...incidents.map((incident) => `    ${incidentInWords(incident)}`),
    ...kills,
  ]
}

function deedInWords(deed: Deed): string {
  switch (deed.kind) {
    case 'staff': {
      const { act, spotId, pick, isManager, taps, insists } = deed
      const who = isManager ? 'a manager' : 'a waiter'
      const how = { once: '', twice: ', tapping twice', 'by two': ', as somebody else does' }[taps]
      const again = insists ? ', and again with the same key until answered' : ''
      return `${who}: ${act} ${at(spotId)} (order ${pick} of those that suit)${how}${again}`
    }
    case 'guest':
      return `the guest ${at(deed.spotId)} ${deed.answer}${deed.answer === 'pays' ? ` order ${deed.pick}` : ''}`
    case 'outage':
      return `every call meets ${deed.fault} for ${inS(deed.forMs)}`
    default:
      return `the dashboard is killed, for ${inS(deed.downMs)}`
  }
}

function incidentInWords({ at, skip, what }: Incident): string {
  const call = `${skip === 0 ? 'the next call' : `the call after ${skip} others`} (${at})`
  switch (what.kind) {
    case 'fault':
      return `${call} meets ${what.fault}`
    case 'guest':
      return `${call}: a guest there ${what.answer} right ${what.when} it is done`
    default: {
      const when = what.when === 'before' ? 'before it is sent' : 'once the wallet has done it'
      return `${call}: the dashboard is killed ${when}, for ${inS(what.downMs)}`
    }
  }
}

function at(spotId: number): string {
  return spotId === counter ? 'at the counter' : `at spot ${spotId}`
}

function inS(ms: number): string {
  return `${ms / 1000} s`
}
