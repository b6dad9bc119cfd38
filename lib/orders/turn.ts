import 'server-only'
import { inTurn } from '#lib/runtime/in-turn.ts'

/** Acts at one spot go one after the other; different spots go side by side. */
export function inTurnAtSpot<Result>(spotId: number, act: () => Promise<Result>): Promise<Result> {
  return inTurn(`spot ${spotId}`, act)
}
