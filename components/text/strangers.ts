import { en } from '#components/text/en.ts'
import { enStrangers } from '#components/text/en-strangers.ts'

/** The part of the catalogue that an alarm shows beside shell and floor. */
export const text = { ...en, ...enStrangers }
