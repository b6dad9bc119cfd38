import { setTimeout as delay } from 'node:timers/promises'
import { hangingKeys } from '../http/wallet-state.ts'
import type { Remains } from './oracle.ts'

const SETTLES_WITHIN_MS = 120_000
const LOOK_EVERY_MS = 50

/** The remains once they are at rest, or as they are after two minutes, in which the sweep promises rest. */
export async function settle(
  remains: () => Promise<Remains>,
  isAtRest: (remains: Remains) => boolean,
): Promise<Remains> {
  const giveUpAt = performance.now() + SETTLES_WITHIN_MS
  for (;;) {
    const now = await remains()
    if (isAtRest(now) || performance.now() > giveUpAt) return now
    await delay(LOOK_EVERY_MS)
  }
}

export function isNothingAtWork({ intents }: Remains): boolean {
  return intents.every(({ state }) => state !== 'running')
}

export function isAtRest(remains: Remains): boolean {
  return isNothingAtWork(remains) && hangingKeys(remains.wallet).length === 0
}
