import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { amountCell, csvOf, textCell } from './write-csv.ts'

const hostile = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\u202e=1+1',
  '\ufeff=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '﹦1',
  '﹢1',
  '﹣1',
  '﹫SUM(A1)',
  '=HYPERLINK("https://evil.test";"table")',
  "=cmd|' /C calc'!A0",
]

for (const text of hostile) {
  test(`law 7: ${JSON.stringify(text)} is no formula`, () => {
    const cell = textCell(text)
    assert.ok(cell.startsWith("'") || cell.startsWith('⟪'), cell)
    const [[read] = []] = parse(csvOf([[cell]]))
    assert.equal(read, cell)
  })
}

test('what was meant to be read stays as it is', () => {
  for (const text of ['TABLE1', 'Žalia staltiesė', '7', 'Ona, the manager', 'a=b', '12-14', "'t"]) {
    assert.equal(textCell(text), text)
  }
})

test('whatever is in a cell comes out of it again, and no cell begins a formula', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(...hostile),
    fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '\t', '\r', '\n', 'a', '＝') }),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 5 }), (rows) => {
      const cells = rows.map((row) => row.map(textCell))
      const read = parse(csvOf(cells))
      assert.deepEqual(read, cells)
      for (const cell of read.flat()) {
        assert.doesNotMatch(cell.normalize('NFKC'), /^[\s\p{Z}\p{C}]*[=+\-@]|[\t\r\n]/u)
      }
    }),
  )
})

test('amounts have a point, two places and nothing else, whatever their size', () => {
  const rows: [number, string][] = [
    [0, '0.00'],
    [5, '0.05'],
    [90, '0.90'],
    [1290, '12.90'],
    [123_456_789, '1234567.89'],
  ]
  for (const [amountMinor, cell] of rows) assert.equal(amountCell(amountMinor), cell)
})

test('it begins as spreadsheets know UTF-8, and each line ends as RFC 4180 says', () => {
  assert.equal(
    csvOf([
      ['a', 'b'],
      ['ž', 'c"d'],
    ]),
    '\ufeffa,b\r\nž,"c""d"\r\n',
  )
})

/** As RFC 4180 has it: cells in quotes may hold anything, with quotes doubled. */
function parse(csv: string): string[][] {
  assert.ok(csv.startsWith('\ufeff') && csv.endsWith('\r\n'))
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  const body = csv.slice(1)
  cell.lastIndex = 0
  while (cell.lastIndex < body.length) {
    const found = cell.exec(body)
    assert.ok(found, `not RFC 4180: ${JSON.stringify(body)}`)
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] !== ',') rows.push([])
  }
  return rows.slice(0, -1)
}
