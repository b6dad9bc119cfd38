import 'server-only'
import { isShuttingDown, onShutdown } from '#lib/runtime/lifecycle.ts'
import { log } from '#lib/runtime/log.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'

/** Acts at one spot go one after the other; different spots go side by side. */
export function inTurnAtSpot<Result>(spotId: number, act: () => Promise<Result>): Promise<Result> {
  const turns = oncePerProcess('turns-at-spots', () => new Map<number, Promise<unknown>>())
  const result = (turns.get(spotId) ?? Promise.resolve()).then(act)
  const settled = result.catch(() => undefined)
  turns.set(spotId, settled)
  void settled.then(() => {
    if (turns.get(spotId) === settled) turns.delete(spotId)
    return undefined
  })
  return result
}

/** Goes on with an act after a while; each act has one such moment at a time, the last one that was set. */
export function wakeAct(intentId: string, inMs: number, carryOn: () => Promise<void>): void {
  const timers = actTimers()
  clearTimeout(timers.get(intentId))
  const timer = setTimeout(() => {
    timers.delete(intentId)
    if (isShuttingDown()) return
    carryOn().catch((err: unknown) =>
      log().error({ err, intent: intentId }, 'an act could not be carried on'),
    )
  }, inMs)
  timers.set(intentId, timer)
}

function actTimers(): Map<string, NodeJS.Timeout> {
  return oncePerProcess('acts-to-carry-on', () => {
    const timers = new Map<string, NodeJS.Timeout>()
    onShutdown('acts', () => {
      for (const timer of timers.values()) clearTimeout(timer)
    })
    return timers
  })
}
