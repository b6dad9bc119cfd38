import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isBrokenCsv, readCsv } from './read-csv.ts'
import { csvOf, textCell, textOfCell } from './write-csv.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const rowsOf = (text: string) => readCsv(utf8(text), 100).map(({ cells }) => cells)

function whyBroken(bytes: Uint8Array): [number, string] {
  try {
    readCsv(bytes, 100)
  } catch (error) {
    assert.ok(isBrokenCsv(error))
    return [error.line, error.why]
  }
  return assert.fail('it was read')
}

test('whatever is written is read again, text for text', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.replaceAll('\0', '')),
    fc.string({ unit: fc.constantFrom('"', ',', ';', '\r', '\n', "'", '=', ' ', 'a') }),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
      const written = [['head', 'more'], ...rows.map((row) => row.map(textCell))]
      assert.deepEqual(rowsOf(csvOf(written)), written)
    }),
  )
})

test('law 7: an apostrophe that stands before a formula can be told from one that was always there', () => {
  const text = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '＝', 'a', '.') })
  fc.assert(
    fc.property(text, (said) => {
      assert.equal(textOfCell(textCell(said)), said)
    }),
  )
  assert.equal(textOfCell('=1+1'), null)
  assert.equal(textOfCell(' -1'), null)
  assert.equal(textOfCell("'t Kraantje"), "'t Kraantje")
})

test('commas, semicolons and tabs part cells, whichever the first line has most of', () => {
  const expected = [
    ['identifier', 'name', 'area'],
    ['T1', 'Langas, durys', 'Salė'],
  ]
  for (const separator of [',', ';', '\t']) {
    const written = expected.map((row) => row.map((cell) => `"${cell}"`).join(separator))
    assert.deepEqual(rowsOf(written.join('\r\n')), expected)
  }
})

test('a file is read in UTF-8 and UTF-16, with and without its first mark', () => {
  const text = 'identifier,name\r\nT1,Žalia staltiesė 🌿\r\n'
  const expected = [
    ['identifier', 'name'],
    ['T1', 'Žalia staltiesė 🌿'],
  ]
  const littleEndian = Buffer.from(`\ufeff${text}`, 'utf16le')
  const bigEndian = Buffer.from(littleEndian).swap16()
  for (const bytes of [utf8(text), utf8(`\ufeff${text}`), littleEndian, bigEndian]) {
    assert.deepEqual(
      readCsv(bytes, 100).map(({ cells }) => cells),
      expected,
    )
  }
})

test('rows say in which line they begin, also behind cells of several lines', () => {
  const rows = readCsv(utf8('a,b\r\n1,"2\n3\n4"\n\n5,6'), 100)
  assert.deepEqual(
    rows.map(({ line }) => line),
    [1, 2, 5, 6],
  )
})

test('what cannot be read names its line', () => {
  const windows = Buffer.concat([
    utf8('identifier,name\r\nT1,Ona\r\nT2,'),
    Buffer.from([0xd0, 0x0d]),
  ])
  assert.deepEqual(whyBroken(windows), [3, 'not_utf8'])
  assert.deepEqual(whyBroken(utf8('a,b\n1,2\n3,\0\n')), [3, 'has_nul'])
  // UTF-16 whose first mark was lost.
  assert.deepEqual(whyBroken(Buffer.from('a,b\n', 'utf16le')), [1, 'has_nul'])
  assert.deepEqual(whyBroken(Buffer.from([0xff, 0xfe, 0x61])), [1, 'not_utf8'])
  assert.deepEqual(whyBroken(utf8('a,b\n1,2\n3,"4"5\n')), [3, 'stray_quote'])
  assert.deepEqual(whyBroken(utf8('a,b\n1,2\n3,4"5\n')), [3, 'stray_quote'])
  assert.deepEqual(whyBroken(utf8('a,b\n1,"2\n3,4\n5,6\n')), [2, 'open_quote'])
})

test('no more rows are read than are wanted', () => {
  assert.equal(readCsv(utf8('a\n'.repeat(100_000)), 12).length, 12)
})
