import { playShift, playShiftPlainly } from './play-shift.ts'
import { everyScreenPolls, fixedIntervals } from './plain-desk.ts'
import { arithmeticOf, comparisonOf, promisesInWords, recoveryOf } from './shift-report.ts'

/** Plays whole shifts and tells where the calls went, beside what two plain pollers come to in the same shifts. */
export async function tellShifts(seed: number, tell: (text: string) => void): Promise<void> {
  for (const spots of [40, 400]) {
    const settings = { seed, spots }
    const spotboard = await playShift(settings)
    tell(`\n8 hours, ${spots} spots, 600 orders\n\n${arithmeticOf(spotboard)}\n`)
    tell(`${promisesInWords(spotboard)}\n${recoveryOf(spotboard)}\n`)
    tell(
      comparisonOf({
        Spotboard: spotboard,
        'fixed intervals, same budget': await playShiftPlainly(settings, fixedIntervals),
        'six screens that poll': await playShiftPlainly(settings, everyScreenPolls),
      }),
    )
  }
}
