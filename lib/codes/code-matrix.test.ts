import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeOfTable, isRecommended } from '#contract/table-code.ts'
import { codeMatrix } from './code-matrix.ts'

/** How many characters the versions 1 to 12 hold (ISO/IEC 18004, table 7). */
const capacities = {
  alphanumeric: {
    M: [20, 38, 61, 90, 122, 154, 178, 221, 262, 311, 366, 419],
    Q: [16, 29, 47, 67, 87, 108, 125, 157, 189, 221, 259, 296],
  },
  byte: {
    M: [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287],
    Q: [11, 20, 32, 46, 60, 74, 86, 108, 130, 151, 177, 203],
  },
}

/** The version and the error correction that a code really has. */
function kindOf(text: string): { version: number; level: string } {
  const matrix = codeMatrix(text)
  // Beside the upper left corner two bits say the level: M is 00 and Q is 11, under a mask of 10.
  const bits = [matrix[12]?.[4], matrix[12]?.[5]].map(Number).join('')
  const level = { '10': 'M', '01': 'Q' }[bits] ?? bits
  return { version: (matrix.length - 8 - 17) / 4, level }
}

function smallest(length: number, { M, Q }: { M: number[]; Q: number[] }) {
  const version = M.findIndex((most) => most >= length) + 1
  return { version, level: (Q[version - 1] ?? 0) >= length ? 'Q' : 'M' }
}

test('a recommended identifier gets the smallest code there is for it', () => {
  for (let length = 1; length <= 300; length += 1) {
    const identifier = 'TABLE 12'.repeat(40).slice(0, length)
    assert.ok(isRecommended(identifier))
    const text = codeOfTable({ locationId: 3, identifier })
    assert.deepEqual(kindOf(text), smallest(text.length, capacities.alphanumeric), text)
  }
})

test('T1 to T9999 need no more than the smallest of all codes', () => {
  for (const identifier of ['T1', 'T99', 'T9999', 'TABLE1']) {
    assert.deepEqual(kindOf(codeOfTable({ locationId: 3, identifier })), { version: 1, level: 'Q' })
  }
})

test('other text takes as much room as its bytes need', () => {
  for (const text of [
    'PAYSERA*3:table1',
    'https://paysera.com/app?qr=PAYSERA*3%3ATABLE1',
    'ž'.repeat(90),
  ]) {
    assert.deepEqual(kindOf(text), smallest(Buffer.byteLength(text), capacities.byte), text)
  }
})

test('four modules around the code are light', () => {
  for (const text of ['PAYSERA*3:T1', 'ž'.repeat(300)]) {
    const matrix = codeMatrix(text)
    const end = matrix.length - 4
    for (const [y, row] of matrix.entries()) {
      const dark = row.flatMap((isDark, x) => (isDark ? [x] : []))
      if (y < 4 || y >= end) assert.deepEqual(dark, [])
      else assert.ok(dark.every((x) => x >= 4 && x < end))
    }
  }
})

test('law 7: what no code can hold is refused, and the longest identifiers of the register are not', () => {
  assert.throws(() => codeMatrix('ž'.repeat(1200)), RangeError)
  for (const character of ['Z', 'ž', '卓', '🍕']) {
    const identifier = character.repeat(100)
    codeMatrix(codeOfTable({ locationId: Number.MAX_SAFE_INTEGER, identifier }, 'wrapped'))
  }
})
