import 'server-only'
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
