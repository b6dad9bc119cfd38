import 'server-only'
import type { CodeSheet } from '#contract/code-sheet.ts'
import { fieldsInWord } from '#contract/dark-path.ts'
import type { Database } from '#lib/database/open-database.ts'
import { environment } from '#lib/runtime/environment.ts'
import { matrixOf, tablesWithCodes } from './printed-tables.ts'
import { readLogo, readSheetChoice } from './sheet-choice.ts'

/** Everything that the page for printing shows. */
export async function describeSheet(db: Database): Promise<CodeSheet> {
  const tables = await tablesWithCodes(db)
  return {
    choice: await readSheetChoice(db),
    logo: await readLogo(db),
    isPractice: environment().mode === 'practice',
    tables: tables.map((table) => ({
      tableId: table.id,
      name: table.name,
      area: table.area,
      identifier: table.identifier,
      modules: {
        bare: fieldsInWord(matrixOf(table, 'bare')),
        wrapped: fieldsInWord(matrixOf(table, 'wrapped')),
      },
    })),
  }
}
