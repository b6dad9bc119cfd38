import { expect, test } from '@playwright/test'
import { playEvening } from './kills/evening.ts'

test('laws 2, 4 and 10: six kills while 300 orders stream in, and each order is what its people were told', async () => {
  test.setTimeout(180_000)
  const seed = Math.floor(Math.random() * 1_000_000_000)
  const evening = { seed, kills: 6, accepted: 300, onProgress: () => undefined }
  const { broken, kills, told } = await playEvening(evening)
  expect(broken, `the evening of seed ${seed}`).toEqual([])
  expect(kills).toBe(6)
  expect(told.accepted).toBeGreaterThanOrEqual(300)
  expect(told.refused).toBeGreaterThan(0)
})
