import { en } from '#components/text/en.ts'
import { enMenus } from '#components/text/en-menus.ts'

/** The part of the catalogue that shows seldom in shell and floor. */
export const text = { ...en, ...enMenus }
