import 'server-only'
import { visibleText } from '#contract/text.ts'

/** Without it some spreadsheets take UTF-8 for something older. */
const BYTE_ORDER_MARK = '\ufeff'
const LINE_END = '\r\n'
const LONGEST_TEXT = 500

/** What may lead a cell and be passed over before a spreadsheet looks for a formula. */
const passedOver = /^[\s\p{Z}\p{C}]+/u
/** Also in their full-width and small forms, which some spreadsheets take for the plain ones. */
const beginsFormula = /^[=+\-@]/

/** Rows as RFC 4180 has them, cells parted by commas, in UTF-8. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map(quoted).join(',') + LINE_END)
  return BYTE_ORDER_MARK + lines.join('')
}

/**
 * Anybody's text (law 7) as a cell that no spreadsheet takes for a formula: what would begin one stands behind an
 * apostrophe, and control characters, a tab or a line's end among them, become visible.
 */
export function textCell(text: string): string {
  const seen = visibleText(text, LONGEST_TEXT)
  return needsApostrophe(text) || needsApostrophe(seen) ? `'${seen}` : seen
}

/**
 * What a cell of `textCell` says, without the apostrophe that stands before a formula; null where a formula stands
 * there as it is.
 */
export function textOfCell(cell: string): string | null {
  if (!needsApostrophe(cell)) return cell
  return cell.startsWith("'") ? cell.slice(1) : null
}

/** Minor units with a point and two places and without anything between the thousands, such as `1234.50`. */
export function amountCell(amountMinor: number): string {
  const digits = String(amountMinor).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** One behind apostrophes gets one more, so that the text can be told again from its cell. */
function needsApostrophe(text: string): boolean {
  const looked = text.replace(/^'+/, '').normalize('NFKC').replace(passedOver, '')
  return beginsFormula.test(looked)
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
