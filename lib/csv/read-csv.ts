import 'server-only'
import { parse } from 'csv-parse/sync'
import type { BrokenFile } from '#contract/table-import.ts'

export interface CsvRow {
  /** Where it begins in the file, counted from 1. */
  line: number
  cells: string[]
}

/** A file of which not one row can be believed. */
export interface BrokenCsv extends Error {
  line: number
  why: BrokenFile
}

const separators = [',', ';', '\t'] as const
const endings = ['\r\n', '\n', '\r']

/**
 * The rows of a file as spreadsheets write it: in UTF-8, or in UTF-16 where its first bytes say so; parted by commas,
 * semicolons or tabs, whichever its first line has most of. Reads no more than `mostRows`. Throws `BrokenCsv`.
 */
export function readCsv(bytes: Uint8Array, mostRows: number): CsvRow[] {
  const text = decoded(bytes)
  const nul = text.indexOf('\0')
  if (nul >= 0) throw broken(lineAt(text, nul), 'has_nul')
  let last = 0
  try {
    const rows: CsvRow[] = []
    parse(text, {
      delimiter: separatorOf(text),
      record_delimiter: endings,
      relax_column_count: true,
      to: mostRows,
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: last + 1, cells })
        last = lines
        return null
      },
    })
    return rows
  } catch (error) {
    // A quote that is never closed is only missed at the end; what it belongs to began after the last whole row.
    if (!isCsvError(error)) throw error
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED'
    throw broken(isOpen ? last + 1 : error.lines, isOpen ? 'open_quote' : 'stray_quote')
  }
}

/** Known by its name, since a server holds several copies of this module. */
export function isBrokenCsv(error: unknown): error is BrokenCsv {
  return error instanceof Error && error.name === 'BrokenCsv'
}

function broken(line: number, why: BrokenFile): BrokenCsv {
  const error = new Error(`line ${line} ${why}`)
  error.name = 'BrokenCsv'
  return Object.assign(error, { line, why })
}

function decoded(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  if (fits(bytes, encoding)) return new TextDecoder(encoding).decode(bytes)
  throw broken(encoding === 'utf-8' ? firstLineThatIsNotUtf8(bytes) : 1, 'not_utf8')
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

function fits(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** A line's end is one byte in UTF-8, and no part of any other character. */
function firstLineThatIsNotUtf8(bytes: Uint8Array): number {
  let line = 1
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, from)
    const until = end < 0 ? bytes.length : end + 1
    if (!fits(bytes.subarray(from, until), 'utf-8')) return line
    from = until
  }
  return line
}

function separatorOf(text: string): string {
  const [head = ''] = text.split(/[\r\n]/, 1)
  const counted = separators.map((separator) => ({ separator, of: head.split(separator).length }))
  return counted.toSorted((one, other) => other.of - one.of)[0]?.separator ?? ','
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split(/\r\n|\n|\r/).length
}

function isCsvError(error: unknown): error is Error & { code: string; lines: number } {
  return error instanceof Error && 'code' in error && 'lines' in error
}
