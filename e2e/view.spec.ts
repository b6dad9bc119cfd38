import type { Page, Route } from '@playwright/test'
import { address } from '#contract/address.ts'
import { Floor } from '#contract/floor-schema.ts'
import { defaultView } from '#contract/view.ts'
import { banner, inNewsTime, tile } from './people/staff.ts'
import { expect, testUncounted } from './people/test.ts'

/** A house of its own, since what one person chooses comes along to all of that person's pages. */
const test = testUncounted()

test.afterEach(async ({ staffPage, product }) => {
  const headers = { origin: product.baseURL }
  await staffPage.request.put(address.view, { data: defaultView, headers })
})

test('the filter and the list come along to another device, and are nobody else’s', async ({
  staffPage: page,
  pageOf,
  sandbox,
}) => {
  await sandbox.scan('guest of TABLE1', 'TABLE1')
  await page.goto('/')
  await expect(tile(page, 'TABLE1', 'Waiting')).toBeVisible(inNewsTime)
  await page.getByRole('button', { name: /^Needs you \d/ }).click()
  await expect(tile(page, 'TABLE2')).toHaveCount(0)
  await page.getByRole('button', { name: 'How the floor looks' }).click()
  const saved = page.waitForResponse(`**${address.view}`)
  await page.getByRole('radio', { name: 'List' }).check()
  expect((await saved).ok()).toBe(true)
  const rows = page.getByRole('list', { name: 'Tables' })
  await expect(rows).toHaveAttribute('data-layout', 'list')

  const other = await pageOf('staff')
  await other.goto('/')
  await expect(tile(other, 'TABLE1', 'Waiting')).toBeVisible()
  await expect(tile(other, 'TABLE2')).toHaveCount(0)
  await expect(other.getByRole('list', { name: 'Tables' })).toHaveAttribute('data-layout', 'list')
  const manager = await pageOf('manager')
  await manager.goto('/')
  await expect(tile(manager, 'TABLE2')).toBeVisible()
})

test('with more than one area each has its heading, and a person sees and is called by those followed', async ({
  staffPage: page,
  sandbox,
}) => {
  await nameAreas(page, () => ['Hall', 'Terrace'])
  await sandbox.scan('guest of BAR1', 'BAR1')
  await sandbox.scan('guest of TERRACE1', 'TERRACE1')
  await page.goto('/')
  for (const name of ['Bar', 'Hall', 'Terrace']) {
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible(inNewsTime)
  }
  await expect(strip(page, 'TERRACE1')).toBeVisible(inNewsTime)

  await page.getByRole('button', { name: 'How the floor looks' }).click()
  await page.getByRole('checkbox', { name: 'Hall' }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Hall'])
  await expect(tile(page, 'TERRACE1')).toHaveCount(0)
  await expect(strip(page, 'TERRACE1'), 'somebody else follows the terrace').toHaveCount(0)
  await expect(strip(page, 'BAR1'), 'nobody follows the bar').toBeVisible()
})

test('a connection that dies without a word is named within 5 s, and no tile looks live', async ({
  staffPage: page,
}) => {
  let isDead = false
  const hang = (route: Route) => (isDead ? undefined : route.fallback())
  await page.route(`**${address.floorStream}`, () => undefined)
  await page.route(`**${address.floor}`, hang)
  await page.goto('/')
  await expect(tile(page, 'TABLE3', 'Free')).toBeVisible()
  const answered = await page.waitForResponse(`**${address.floor}`)
  await answered.finished()
  isDead = true
  await expect(banner(page)).toHaveText(/^Spotboard does not answer\./, { timeout: 5_000 })
  await expect(tile(page, 'TABLE3', 'Free, not live')).toBeVisible()
})

test('a device that loses its network is told so within 5 s', async ({ staffPage: page }) => {
  await page.goto('/')
  await expect(tile(page, 'TABLE3', 'Free')).toBeVisible()
  await page.context().setOffline(true)
  await expect(banner(page)).toHaveText(/^This device has no network\./, { timeout: 5_000 })
  await page.context().setOffline(false)
  await expect(banner(page)).toBeHidden()
})

/** Has the floor name areas, as a register of tables will; `followed` are those that somebody else follows. */
async function nameAreas(page: Page, followed: () => string[]): Promise<void> {
  await page.route(`**${address.floorStream}`, (route) => route.abort())
  await page.route(`**${address.floor}`, async (route) => {
    const headers = { ...route.request().headers(), 'if-none-match': '' }
    const answer = await route.fetch({ headers })
    const floor = Floor.parse(await answer.json())
    const tiles = floor.tiles.map((one) => ({ ...one, area: areaNamed(one.name) }))
    await route.fulfill({ response: answer, json: { ...floor, followed: followed(), tiles } })
  })
}

function areaNamed(table: string): string {
  if (table.startsWith('BAR')) return 'Bar'
  return table.startsWith('TERRACE') ? 'Terrace' : 'Hall'
}

function strip(page: Page, table: string) {
  return page.getByRole('navigation', { name: 'Needs you' }).getByRole('link', { name: table })
}
