import { playShift, playShiftPlainly } from './play-shift.ts'
import { everyScreenPolls, fixedIntervals } from './plain-desk.ts'
import { arithmeticOf, comparisonOf, recoveryOf } from './shift-report.ts'

/** Plays whole shifts and prints where the calls went, beside what two plain pollers come to in the same shifts. */
export async function tellShifts(seed: number): Promise<void> {
  for (const spots of [40, 400]) {
    const settings = { seed, spots }
    const spotboard = await playShift(settings)
    console.log(`\n8 hours, ${spots} spots, 600 orders\n\n${arithmeticOf(spotboard)}\n`)
    console.log(`${recoveryOf(spotboard)}\n`)
    console.log(
      comparisonOf({
        Spotboard: spotboard,
        'fixed intervals, same budget': await playShiftPlainly(settings, fixedIntervals),
        'six screens that poll': await playShiftPlainly(settings, everyScreenPolls),
      }),
    )
  }
}
