import { en } from '#components/text/en.ts'
import { enMenus } from '#components/text/en-menus.ts'

/** The part of the catalogue that the menus of shell and floor show. */
export const text = { ...en, ...enMenus }
