import 'server-only'
import { after } from '#lib/runtime/clock.ts'
import { inTurn } from '#lib/runtime/in-turn.ts'
import { isShuttingDown, onShutdown } from '#lib/runtime/lifecycle.ts'
import { log } from '#lib/runtime/log.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'

/** Acts at one spot go one after the other; different spots go side by side. */
export function inTurnAtSpot<Result>(spotId: number, act: () => Promise<Result>): Promise<Result> {
  return inTurn(`spot ${spotId}`, act)
}

/** The same for work on an intent, which is in hand from when it waits for its turn until it is done. */
export async function inHand(
  spotId: number,
  intentId: string,
  work: () => Promise<void>,
): Promise<void> {
  const inHands = intentsInHand()
  inHands.add(intentId)
  try {
    await inTurnAtSpot(spotId, work)
  } finally {
    inHands.delete(intentId)
  }
}

/** Whether this process is at work on an intent or has it in mind for later. */
export function isInHand({ id }: { id: string }): boolean {
  return intentsInHand().has(id) || plannedActs().has(id)
}

function intentsInHand(): Set<string> {
  return oncePerProcess('acts-in-hand', () => new Set<string>())
}

/** Goes on with an act after a while; each act has one such moment at a time, the last one that was set. */
export function wakeAct(intentId: string, inMs: number, carryOn: () => Promise<void>): void {
  const cancels = plannedActs()
  cancels.get(intentId)?.()
  const cancel = after(inMs, () => {
    cancels.delete(intentId)
    if (isShuttingDown()) return
    carryOn().catch((err: unknown) =>
      log().error({ err, intent: intentId }, 'an act could not be carried on'),
    )
  })
  cancels.set(intentId, cancel)
}

function plannedActs(): Map<string, () => void> {
  return oncePerProcess('acts-to-carry-on', () => {
    const cancels = new Map<string, () => void>()
    onShutdown('acts', () => {
      for (const cancel of cancels.values()) cancel()
    })
    return cancels
  })
}
