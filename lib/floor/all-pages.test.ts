import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allPages } from './all-pages.ts'

/** A list that changes between the pages: entries are numbers, in their order, as the wallet keeps its spots by id. */
async function readWhileMoving(
  start: readonly number[],
  moves: readonly { leave: readonly number[]; come: readonly number[] }[],
  total: 'told' | 'untold',
): Promise<{ found: number[]; always: number[]; pages: number }> {
  let list = [...start]
  const always = new Set(list)
  let pages = 0
  const found = await allPages(
    ({ limit, offset }) => {
      const move = moves[pages - 1]
      for (const entry of move?.leave ?? []) always.delete(entry)
      list = [...list.filter((entry) => !move?.leave.includes(entry)), ...(move?.come ?? [])]
        .filter((entry, index, all) => all.indexOf(entry) === index)
        .toSorted((one, other) => one - other)
      pages += 1
      const items = list.slice(offset, offset + limit)
      return Promise.resolve({ items, ...(total === 'told' ? { total: list.length } : {}) })
    },
    (entry) => entry,
  )
  return { found, always: [...always], pages }
}

const range = (count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index)

test('a list that fits into a page costs one call', async () => {
  for (const total of ['told', 'untold'] as const) {
    const { found, pages } = await readWhileMoving(range(150), [], total)
    assert.deepEqual(found, range(150))
    assert.equal(pages, 1)
  }
})

test('law 6: entries that leave from the front of a list hide none of those behind them', async () => {
  for (const leaving of [1, 15, 60, 190]) {
    const { found, always } = await readWhileMoving(
      range(500),
      [{ leave: range(leaving), come: [] }],
      'told',
    )
    for (const entry of always) assert.ok(found.includes(entry), `${leaving} left: ${entry}`)
  }
})

test('law 6: whatever comes and goes between the pages, what was there all the time is found, once', async () => {
  const entry = fc.integer({ min: 0, max: 900 })
  const move = fc.record({
    leave: fc.uniqueArray(entry, { maxLength: 60 }),
    come: fc.uniqueArray(entry, { maxLength: 60 }),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(entry, { minLength: 150, maxLength: 700 }),
      fc.array(move, { maxLength: 4 }),
      fc.constantFrom('told' as const, 'untold' as const),
      async (start, moves, total) => {
        const sorted = start.toSorted((one, other) => one - other)
        const { found, always } = await readWhileMoving(sorted, moves, total)
        assert.equal(new Set(found).size, found.length)
        const seen = new Set(found)
        for (const one of always) assert.ok(seen.has(one), String(one))
      },
    ),
    { numRuns: 300 },
  )
})

test('a list that moves faster than it can be read comes to an end', async () => {
  let page = 0
  const found = await allPages(
    ({ limit }) => {
      page += 1
      return Promise.resolve({ items: range(limit, page * 1000), total: 900 })
    },
    (entry) => entry,
  )
  assert.ok(found.length > 0)
  assert.ok(page < 20)
})
