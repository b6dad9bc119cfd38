import type { Page } from '@playwright/test'
import { openDoor, type Door } from './fixtures/door.ts'
import type { LogLine } from './fixtures/running-product.ts'
import { banner, inNewsTime, tile } from './people/staff.ts'
import { expect, testWith } from './people/test.ts'

/** Within this time a screen says why it hears nothing. */
const inNamingTime = { timeout: 5_000 }

const test = testWith(
  { WALLET_CALLS_PER_MINUTE: '2000', WALLET_CALLS_PER_HOUR: '50000' },
  { rateLimit: false },
).extend<{ door: Door }>({
  door: async ({ product }, use) => {
    const door = await openDoor(product.baseURL)
    await use(door)
    await door.close()
  },
})

/** Two tabs of one browser, of which one listens and the other hears from it. */
async function openTwoTabs(first: Page, origin: string): Promise<Page[]> {
  const second = await first.context().newPage()
  for (const page of [first, second]) {
    await page.goto(origin)
    await expect(tile(page, 'TABLE1')).toBeVisible(inNewsTime)
  }
  return [first, second]
}

test('a device without network is named within 5 s, and all recovers without a reload', async ({
  staffPage: staff,
  door,
}) => {
  const tabs = await openTwoTabs(staff, door.url)
  let reloads = 0
  for (const page of tabs) page.on('load', () => (reloads += 1))
  await staff.context().setOffline(true)
  const named = tabs.map((page) =>
    expect(banner(page)).toHaveText(/^This device has no network\./, inNamingTime),
  )
  await Promise.all(named)
  await staff.context().setOffline(false)
  for (const page of tabs) await expect(banner(page)).toBeHidden(inNamingTime)
  expect(reloads).toBe(0)
})

test('a connection that dies without a word is noticed within 5 s, and what was missed is caught up without a reload', async ({
  staffPage: staff,
  door,
  sandbox,
}) => {
  const tabs = await openTwoTabs(staff, door.url)
  let reloads = 0
  for (const page of tabs) page.on('load', () => (reloads += 1))
  door.swallow()
  const named = tabs.map((page) =>
    expect(banner(page)).toHaveText(/^Spotboard does not answer\./, inNamingTime),
  )
  await Promise.all(named)
  await sandbox.scan('guest of TABLE2', 'TABLE2')
  door.heal()
  for (const page of tabs) {
    await expect(banner(page)).toBeHidden(inNamingTime)
    await expect(tile(page, 'TABLE2', 'Waiting')).toBeVisible(inNewsTime)
  }
  expect(reloads).toBe(0)
})

const refusals = [
  { kind: 'refuse', says: /^Paysera does not answer\./ },
  { kind: 'garbage', says: /^Paysera answers something unreadable\./ },
]
for (const { kind, says } of refusals) {
  test(`a wallet that answers each reading with ${kind} is named within 5 s of the first one`, async ({
    staffPage: staff,
    product,
    sandbox,
    door,
  }) => {
    const tabs = await openTwoTabs(staff, door.url)
    const before = failedReadings(product.log()).length
    await sandbox.control('faults', { match: { method: 'GET', path: '/spots' }, times: 4, kind })
    await expect(banner(staff)).toHaveText(says, inNewsTime)
    const shownAt = Date.now()
    const [failed] = failedReadings(product.log()).slice(before)
    expect(shownAt - Date.parse(String(failed?.['time']))).toBeLessThan(5_000)
    for (const page of tabs) await expect(banner(page)).toHaveText(says)
    for (const page of tabs) await expect(banner(page)).toBeHidden({ timeout: 40_000 })
  })
}

function failedReadings(lines: readonly LogLine[]): LogLine[] {
  return lines.filter(({ msg }) => msg === 'a reading failed')
}
