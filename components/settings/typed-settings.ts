import { parseAmount } from '#contract/money.ts'
import type { Settings } from '#contract/settings.ts'
import { plainAmount } from '#components/orders/money-words.ts'
import { parseUndoSeconds } from './undo-seconds.ts'

/** Those of the form that has them all; the others have forms of their own. */
type FormSettings = Pick<
  Settings,
  'undoSeconds' | 'timeZone' | 'dayEndsAtHour' | 'reductionLimitMinor'
>

/** The settings as they stand in the fields. */
export interface TypedSettings {
  undoSeconds: string
  timeZone: string
  dayEndsAtHour: number
  reductionLimit: string
}

export function typedOf(settings: FormSettings): TypedSettings {
  return {
    undoSeconds: String(settings.undoSeconds),
    timeZone: settings.timeZone,
    dayEndsAtHour: settings.dayEndsAtHour,
    reductionLimit: plainAmount(settings.reductionLimitMinor),
  }
}

/** What each field says; null where it says nothing that can be saved. */
export function readTyped({ undoSeconds, timeZone, dayEndsAtHour, reductionLimit }: TypedSettings) {
  return {
    undoSeconds: parseUndoSeconds(undoSeconds),
    timeZone,
    dayEndsAtHour,
    reductionLimitMinor: parseAmount(reductionLimit),
  }
}

type ReadSettings = ReturnType<typeof readTyped>

export function isWhole(read: ReadSettings): read is FormSettings {
  return read.undoSeconds !== null && read.reductionLimitMinor !== null
}

export function isSame(one: FormSettings, other: FormSettings): boolean {
  return (
    one.undoSeconds === other.undoSeconds &&
    one.timeZone === other.timeZone &&
    one.dayEndsAtHour === other.dayEndsAtHour &&
    one.reductionLimitMinor === other.reductionLimitMinor
  )
}
