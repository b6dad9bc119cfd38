import { en } from '#components/text/en.ts'

/** The part of the catalogue that every page of the board shows; the floor loads no other. */
export const text = en
