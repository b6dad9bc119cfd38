import 'server-only'
import { liveFloor } from '#lib/floor/live-floor.ts'

/** Answers what a change of the register answers, once every screen shows it. */
export async function shown<Result>(change: Promise<Result>): Promise<Result> {
  const result = await change
  const floor = await liveFloor()
  await floor.tablesChanged()
  return result
}
