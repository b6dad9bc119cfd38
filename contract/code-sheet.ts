import * as z from 'zod/mini'
import { payLanguages } from './printed-words.ts'
import { sheetLayouts } from './sheet-layout.ts'
import { codeForms } from './table-code.ts'

export const MOST_PAY_LINES = 3
/** A logo is small in print; its text in a JSON body stays below what a body may have. */
export const LARGEST_LOGO_BYTES = 45_000
export const LONGEST_LOGO_SIDE_PX = 1000

/** How the house prints its codes. */
export const SheetChoice = z.strictObject({
  form: z.enum(codeForms),
  layout: z.enum(sheetLayouts),
  /** In the order in which their lines are printed. */
  languages: z.array(z.enum(payLanguages)).check(
    z.maxLength(MOST_PAY_LINES),
    z.refine((languages) => new Set(languages).size === languages.length, {
      error: 'names a language twice',
    }),
  ),
})
export type SheetChoice = z.infer<typeof SheetChoice>

export const defaultSheetChoice: SheetChoice = { form: 'bare', layout: 'cards', languages: ['en'] }

/** A picture beside each code, in base64. */
export const Logo = z.strictObject({
  type: z.enum(['image/png', 'image/jpeg']),
  content: z.string(),
})
export type Logo = z.infer<typeof Logo>

/** What it is shows by its bytes. */
export const NewLogo = z.strictObject({
  content: z
    .string()
    .check(z.maxLength(Math.ceil(LARGEST_LOGO_BYTES / 3) * 4), z.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
})

/** A table with its code in both forms. */
export const CodedTable = z.strictObject({
  tableId: z.string(),
  name: z.string(),
  area: z.nullable(z.string()),
  identifier: z.string(),
  /** The modules of each form's code, the light around it included (see `fieldsOf`). */
  modules: z.strictObject({
    bare: z.string().check(z.regex(/^[01]+$/)),
    wrapped: z.string().check(z.regex(/^[01]+$/)),
  }),
})
export type CodedTable = z.infer<typeof CodedTable>

/** Everything that the page for printing shows. */
export const CodeSheet = z.strictObject({
  choice: SheetChoice,
  logo: z.nullable(Logo),
  isPractice: z.boolean(),
  /** Those in use or resting, in the order of the register. */
  tables: z.array(CodedTable),
})
export type CodeSheet = z.infer<typeof CodeSheet>

/** The address of a PDF of these tables, or of all. Every value in it is a word that an address takes as it is. */
export function pdfAddress(
  pdf: string,
  { layout, form, languages }: SheetChoice,
  tableIds?: readonly string[],
): string {
  const named = tableIds ? `&tables=${tableIds.join(',')}` : ''
  return `${pdf}?layout=${layout}&form=${form}&languages=${languages.join(',')}${named}`
}
