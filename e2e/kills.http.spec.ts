import { expect, test } from '@playwright/test'
import { killAtBoundaries } from './kills/boundaries.ts'
import { playEvening } from './kills/evening.ts'

const evenings = [
  { database: 'sqlite', kills: 6, accepted: 300 },
  { database: 'postgres', kills: 3, accepted: 100 },
] as const

for (const evening of evenings) {
  test(`laws 2, 4 and 10 on ${evening.database}: ${evening.kills} kills while ${evening.accepted} orders stream in, and each order is what its people were told`, async () => {
    test.setTimeout(180_000)
    const seed = anySeed()
    const { broken, kills, told } = await playEvening({
      ...evening,
      seed,
      onProgress: () => undefined,
    })
    expect(broken, `the evening of seed ${seed}`).toEqual([])
    expect(kills).toBe(evening.kills)
    expect(told.accepted).toBeGreaterThanOrEqual(evening.accepted)
    expect(told.unknown + told.refused).toBeGreaterThan(0)
  })
}

test('laws 2 to 4 and 10: killed beside any step that an act writes down, it is carried out once or not at all', async () => {
  test.setTimeout(240_000)
  const seed = anySeed()
  const tried: string[] = []
  const broken = await killAtBoundaries({
    database: 'sqlite',
    seed,
    perAct: 1,
    onTried: (boundary) => tried.push(boundary),
  })
  expect(broken, `the boundaries of seed ${seed}`).toEqual([])
  expect(tried).toContain('order.submit, killed before commit 1')
  expect(tried).toContain('order.submit, killed after commit 2')
  expect(new Set(tried.map((boundary) => boundary.split(',', 1)[0])).size).toBe(7)
})

function anySeed(): number {
  return Math.floor(Math.random() * 1_000_000_000)
}
