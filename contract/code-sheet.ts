import * as z from 'zod/mini'
import { payLines, type PayLanguage } from './printed-words.ts'
import { sheetLayouts } from './sheet-layout.ts'
import { codeForms } from './table-code.ts'

export const MOST_PAY_LINES = 3
/** A logo is small in print; its text in a JSON body stays below what a body may have. */
export const LARGEST_LOGO_BYTES = 45_000
export const LONGEST_LOGO_SIDE_PX = 1000

export const payLanguages = Object.keys(payLines) as PayLanguage[]

export const CodeFormChoice = z.enum(codeForms)
export const SheetLayoutChoice = z.enum(sheetLayouts)
/** In the order in which they are printed. */
export const PayLanguages = z.array(z.enum(payLanguages)).check(
  z.maxLength(MOST_PAY_LINES),
  z.refine((languages) => new Set(languages).size === languages.length, {
    error: 'names a language twice',
  }),
)

/** How the house prints its codes. */
export const SheetChoice = z.strictObject({
  form: CodeFormChoice,
  layout: SheetLayoutChoice,
  languages: PayLanguages,
})
export type SheetChoice = z.infer<typeof SheetChoice>

export const defaultSheetChoice: SheetChoice = { form: 'bare', layout: 'cards', languages: ['en'] }

/** A table's code, to be drawn. */
export const DrawnCode = z.strictObject({
  tableId: z.string(),
  name: z.string(),
  area: z.nullable(z.string()),
  /** What a scanner reads. */
  text: z.string(),
  /** Its modules, the light around it included (see `fieldsOf`). */
  modules: z.string().check(z.regex(/^[01]+$/)),
})
export type DrawnCode = z.infer<typeof DrawnCode>

/** Everything that the page for printing shows. */
export const CodeSheet = z.strictObject({
  choice: SheetChoice,
  /** Changes with the logo; null without one. */
  logoVersion: z.nullable(z.string()),
  isPractice: z.boolean(),
  codes: z.array(DrawnCode),
})
export type CodeSheet = z.infer<typeof CodeSheet>

/** A PNG or JPEG in base64; what it is shows by its bytes. */
export const NewLogo = z.strictObject({
  content: z
    .string()
    .check(z.maxLength(Math.ceil(LARGEST_LOGO_BYTES / 3) * 4), z.regex(/^[A-Za-z0-9+/]+=*$/)),
})
export type NewLogo = z.infer<typeof NewLogo>

export const LogoKept = z.strictObject({ logoVersion: z.nullable(z.string()) })
