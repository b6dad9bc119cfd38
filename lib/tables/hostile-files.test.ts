import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ImportTrouble } from '#contract/table-import.ts'
import { eachDatabase } from '#lib/database/testing/databases.ts'
import { importTables, previewImport } from './import-tables.ts'
import { bytes, everything, house, ona, troublesOf } from './testing/house.ts'

eachDatabase('a hostile file of tables', (open) => {
  const head = 'location,identifier,name,seats,state\n'
  const hostile: [what: string, file: string, troubles: Partial<ImportTrouble>[]][] = [
    ['has no lines', '', [{ line: 1, why: 'no_lines' }]],
    ['has only its columns', head, [{ line: 2, why: 'no_lines' }]],
    [
      'lacks the identifier',
      'name\nT9\n',
      [{ line: 1, why: 'missing_column', text: 'identifier' }],
    ],
    [
      'has columns that nobody knows, or one twice',
      'identifier,<b>,name,name\nT9,x,y,z\n',
      [
        { line: 1, why: 'unknown_column', text: '<b>' },
        { line: 1, why: 'column_twice', text: 'name' },
      ],
    ],
    [
      'has a line that is too short and one that is too long',
      `${head}3,T8\n3,T9,T9,,in_use,more\n`,
      [
        { line: 2, why: 'wrong_number_of_cells', text: '2 / 5' },
        { line: 3, why: 'wrong_number_of_cells', text: '6 / 5' },
      ],
    ],
    [
      'names one table twice in other letter case',
      `${head}3,T8,T8,,\n3,T9,T9,,\n3,t8 ,x,,\n`,
      [{ line: 4, why: 'twice', text: '2' }],
    ],
    [
      'names a location that the merchant has not',
      `${head}4,T8,T8,,\n03,T9,T9,,\n`,
      [
        { line: 2, why: 'unknown_location', text: '4' },
        { line: 3, why: 'unknown_location', text: '03' },
      ],
    ],
    [
      'holds formulas',
      `${head}3,T8,=1+1,,\n3,"=HYPERLINK(""https://evil.test"")",x,,\n3,T9,＝1,,\n`,
      [
        { line: 2, why: 'formula', column: 'name', text: '=1+1' },
        { line: 3, why: 'formula', column: 'identifier' },
        { line: 4, why: 'formula', column: 'name' },
      ],
    ],
    [
      'turns the direction, or hides an end of line in a cell',
      `${head}3,T\u202e8,x,,\n3,T9,"a\nb",,\n3,T7,x\u200b,,\n`,
      [
        { line: 2, why: 'unseen_characters', column: 'identifier', text: 'T⟪202E⟫8' },
        { line: 3, why: 'unseen_characters', column: 'name' },
        { line: 5, why: 'unseen_characters', column: 'name' },
      ],
    ],
    [
      'has numbers, states and texts that are none',
      `${head}3,T6,${'x'.repeat(41)},,\n3,${'y'.repeat(101)},x,,\n3,,x,,\n3,T7,x,0,\n3,T8,x,1e3,\n3,T9,x,,gone\n`,
      [
        { line: 2, why: 'too_long', column: 'name', text: '40' },
        { line: 3, why: 'too_long', column: 'identifier', text: '100' },
        { line: 4, why: 'empty', column: 'identifier' },
        { line: 5, why: 'not_a_number', text: '0' },
        { line: 6, why: 'not_a_number', text: '1e3' },
        { line: 7, why: 'unknown_state', text: 'gone' },
      ],
    ],
    [
      'has a quote that is never closed',
      `${head}3,T8,x,,\n3,"T9,x,,\n3,T7,x,,\n`,
      [{ line: 3, why: 'open_quote' }],
    ],
    [
      'has more lines than a register has room for',
      `${head}${Array.from({ length: 100_000 }, (_, row) => `3,N${row},x,,`).join('\n')}`,
      [{ line: 2002, why: 'too_many_lines', text: '2000' }],
    ],
  ]

  for (const [what, text, expected] of hostile) {
    test(`law 7: one that ${what} says so and changes nothing`, async () => {
      const { db } = await house(open)
      const before = await everything(db)
      const troubles = await troublesOf(previewImport(db, bytes(text)))
      assert.deepEqual(await troublesOf(importTables(db, ona, bytes(text), 1)), troubles)
      assert.equal(troubles.length, expected.length, JSON.stringify(troubles))
      for (const [index, trouble] of expected.entries()) {
        assert.deepEqual({ ...troubles[index], ...trouble }, troubles[index])
      }
      assert.deepEqual(await everything(db), before)
    })
  }
})
