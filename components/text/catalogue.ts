import { en } from '#components/text/en.ts'
import { enWork } from '#components/text/en-work.ts'

/** Every word that a screen shows. Another language is another object of this type. */
export type Catalogue = typeof en & typeof enWork

export const text: Catalogue = { ...en, ...enWork }
