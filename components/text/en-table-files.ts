import type { ImportTrouble, TableColumn } from '#contract/table-import.ts'

const columns: Record<TableColumn, string> = {
  location: 'the location',
  identifier: 'the identifier',
  name: 'the name',
  area: 'the area',
  seats: 'the seats',
  state: 'the state',
}

type Words = (text: string, column: string) => string

/** Why a line of a file keeps it out. `text` is what stands there, or what it meets. */
const troubles: Record<ImportTrouble['why'], Words> = {
  not_utf8: () => 'holds bytes that are no text. Save the file as “CSV UTF-8”.',
  has_nul: () => 'holds bytes that are no text. Save the file as “CSV UTF-8”.',
  stray_quote: () => 'has a quotation mark in the wrong place.',
  open_quote: () => 'opens a quotation mark that is never closed.',
  no_lines: () => 'There is no table in the file.',
  too_many_lines: (most) => `is more than there is room for: ${most} tables.`,
  missing_column: (column) => `lacks the column “${column}”.`,
  unknown_column: (column) => `names a column that is not known: “${column}”.`,
  column_twice: (column) => `names the column “${column}” twice.`,
  wrong_number_of_cells: (cells) => `has more or fewer cells than there are columns (${cells}).`,
  unknown_location: (text) => `names a location that is none of yours: “${text}”.`,
  empty: (_, column) => `lacks ${column}.`,
  too_long: (most, column) => `is too long: ${column} may have ${most} characters.`,
  unseen_characters: (text, column) => `has unseen characters in ${column}: “${text}”.`,
  formula: (text, column) =>
    `begins ${column} like a formula: “${text}”. If that is meant, put an apostrophe before it.`,
  not_a_number: (text, column) => `has ${column} that are no number from 1 to 999: “${text}”.`,
  unknown_state: (text) => `says “${text}”, but a state is in_use, resting or retired.`,
  twice: (line) => `is about the same table as line ${line}. Letter case makes no difference.`,
  was_of_another: (name) =>
    `takes a code that was one of ${name} before. Add that table by hand, where you are asked first.`,
}

/** The words of importing the register from a file. */
export const enTableFiles = {
  tableFile: {
    title: 'Import tables from a file',
    plain:
      'A CSV file as spreadsheets save it, with the columns identifier, name, area, seats, state and location; only the identifier is needed. Tables that it does not name stay as they are.',
    choose: 'Choose a file',
    another: 'Choose another file',
    reading: 'Reading the file…',
    unreadable: 'This device could not read the file.',
    troubleTitle: 'Nothing can be imported yet',
    trouble: ({ line, why, column, text = '' }: ImportTrouble) =>
      why === 'no_lines'
        ? troubles[why]('', '')
        : `Line ${line} ${troubles[why](text, column === undefined ? '' : columns[column])}`,
    more: (count: number) => (count === 1 ? 'And 1 more line.' : `And ${count} more lines.`),
    tooLarge: 'The file is larger than 1 MB.',
    empty: 'The file is empty.',
    full: 'There is no room for so many tables: a register holds 2000.',
    outdated: 'Another manager changed the tables meanwhile. This is what the file would do now.',
    adds: (count: number) => `${count} new`,
    changes: (count: number) => `${count} changed`,
    same: (count: number) => `${count} as they are`,
    lineOf: (line: number) => `Line ${line}`,
    what: { add: 'new', change: 'changed', unchanged: 'as it is' },
    was: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
    nothing: 'The register is exactly as the file says. There is nothing to import.',
    import: (count: number) => (count === 1 ? 'Import 1 line' : `Import ${count} lines`),
    imported: (adds: number, changes: number) => `Imported: ${adds} new, ${changes} changed.`,
  },
}
