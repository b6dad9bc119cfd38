import { busiestHour, quantile } from '../shift/ledger.ts'
import { hourMs, minuteMs } from '../shift/plan.ts'
import { arithmeticOf, promisesInWords, promisesOf } from '../shift/shift-report.ts'
import { playFlood, type FloodResult } from './play-flood.ts'

/** What a flood may not do to the house, and has done, in words. */
export function brokenBy(result: FloodResult): string[] {
  const { closings, leftAlone, refusedAsTooMany, longWaits, alarms, unseen, stumbles } = result
  const wrong = closings.filter(
    ({ identifier, hadOrders }) => !identifier.startsWith('MADE UP') || hadOrders,
  )
  const late = promisesOf(result).some(({ seenMs, limitMs }) => quantile(seenMs, 0.95) > limitMs)
  return [
    ...wrong.map(({ identifier }) => `${identifier} was closed`),
    ...leftAlone
      .filter(({ status }) => status !== 'waiting')
      .map(({ identifier, status }) => `${identifier} is ${status}`),
    ...(busiestHour(result.calls) > 900 ? [`${busiestHour(result.calls)} calls in an hour`] : []),
    ...(refusedAsTooMany > 0 ? [`${refusedAsTooMany} times 429`] : []),
    ...(longWaits > 0 ? [`${longWaits} calls of people held up`] : []),
    ...(alarms === 1 ? [] : [`${alarms} alarms`]),
    ...(unseen > 0 ? [`${unseen} never seen`] : []),
    ...(late ? [promisesInWords(result)] : []),
    ...stumbles,
  ]
}

export function floodInWords(result: FloodResult): string {
  const { closings, stillWaiting, alarms, ordersPaid, kept, calls } = result
  const count = calls.filter(({ purpose }) => purpose === 'strangers').length
  const sizes = Object.entries(kept).map(([what, size]) => `${what} ${size}`)
  return [
    arithmeticOf(result),
    promisesInWords(result),
    `${closings.length} strangers closed with ${count} calls, ${stillWaiting} still wait; ${alarms} alarm, ${ordersPaid} orders paid, ${busiestHour(calls)} calls in the busiest hour.`,
    `Kept: ${sizes.join(', ')}.`,
  ].join('\n')
}

/** A flood in a busy house, which the guests leave after some hours. */
export async function tellFlood(seed: number, tell: (text: string) => void): Promise<boolean> {
  const result = await playFlood({
    seed,
    tables: 40,
    codes: 1000,
    atMs: 30 * minuteMs,
    guestsForMs: 2.6 * hourMs,
    forMs: 16 * hourMs,
  })
  tell(floodInWords(result))
  const broken = brokenBy(result)
  for (const flaw of broken) tell(`  ${flaw}`)
  return broken.length === 0
}
