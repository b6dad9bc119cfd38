import 'server-only'
import { codeOfTable } from '#contract/table-code.ts'
import type { Database } from '#lib/database/open-database.ts'
import { environment } from '#lib/runtime/environment.ts'
import { tableToPrint } from './printed-tables.ts'
import { qrPng } from './qr-png.ts'
import { qrSvg } from './qr-svg.ts'
import { readSheetChoice } from './sheet-choice.ts'

/** One table's code in a file of its own, in the form that the house has chosen. Throws `not_found`. */
export async function codePicture(
  db: Database,
  tableId: string,
  kind: 'svg' | 'png',
): Promise<{ name: string; picture: string | Uint8Array<ArrayBuffer> }> {
  const table = await tableToPrint(db, tableId)
  const text = codeOfTable(table, (await readSheetChoice(db)).form)
  const isStamped = environment().mode === 'practice'
  const picture =
    kind === 'svg' ? qrSvg(text, { isStamped }) : Uint8Array.from(qrPng(text, { isStamped }))
  return { name: table.name, picture }
}
