import 'server-only'
import * as z from 'zod/mini'
import { SheetChoice } from '#contract/code-sheet.ts'
import { MOST_TABLES } from '#contract/table.ts'
import type { Database } from '#lib/database/open-database.ts'
import { environment } from '#lib/runtime/environment.ts'
import { inTurn } from '#lib/runtime/in-turn.ts'
import { matrixOf, tablesToPrint } from './printed-tables.ts'
import { readLogo, readSheetChoice } from './sheet-choice.ts'
import type { Printing } from './sheet/draw-card.ts'
import { sheetPdf } from './sheet/sheet-pdf.ts'

const { layout, form, languages } = SheetChoice.shape
const words = z.pipe(
  z.string(),
  z.transform((text) => (text === '' ? [] : text.split(','))),
)

/** What the query may name: the rest is as the house has chosen, and without `tables` it is all of them. */
export const SheetQuery = z.strictObject({
  layout: z.optional(layout),
  form: z.optional(form),
  languages: z.optional(z.pipe(words, languages)),
  tables: z.optional(z.pipe(words, z.array(z.string()).check(z.maxLength(MOST_TABLES)))),
})
export type SheetQuery = z.infer<typeof SheetQuery>

/** A PDF of the codes that are asked for. Throws `not_found` for a table that has none. */
export async function printSheet(db: Database, query: SheetQuery): Promise<Buffer> {
  const tables = await tablesToPrint(db, query.tables)
  const choice = await readSheetChoice(db)
  const cards = tables.map((table) => ({
    name: table.name,
    area: table.area,
    matrix: matrixOf(table, query.form ?? choice.form),
  }))
  const printing: Printing = {
    layout: query.layout ?? choice.layout,
    languages: query.languages ?? choice.languages,
    logo: await readLogo(db),
    isPractice: environment().mode === 'practice',
  }
  // Several at once would need their memory at once.
  return inTurn('print codes', () => sheetPdf(cards, printing))
}
