import { inNewsTime, openTable, startOrder, tapItems, tile } from './people/staff.ts'
import { looksOf, namelessControls } from './people/looks.ts'
import { expect, test } from './people/test.ts'

test('where people bring colours of their own, what needs a person and what is chosen still stand out', async ({
  staffPage: page,
  sandbox,
}) => {
  await sandbox.scan('guest of NOOK1', 'NOOK1')
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/')
  const waiting = tile(page, 'NOOK1', 'Waiting')
  await expect(waiting).toBeVisible(inNewsTime)
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- A function that runs in the page stands where it is used.
  const ground = (element: Element): string => getComputedStyle(element).backgroundColor
  expect(await waiting.evaluate(ground)).not.toBe(await tile(page, 'BAR4', 'Free').evaluate(ground))
  expect(await page.getByRole('button', { name: /^All/ }).evaluate(ground)).not.toBe(
    await page.getByRole('button', { name: /^Free/ }).evaluate(ground),
  )
})

const schemes = ['light', 'dark'] as const

for (const colorScheme of schemes) {
  test(`in ${colorScheme} colours every page has its landmarks and headings, names for all controls, and text that can be read`, async ({
    page,
    sandbox,
  }) => {
    const table = { light: 'TERRACE4', dark: 'TERRACE5' }[colorScheme]
    await sandbox.scan(`guest of ${table}`, table)
    await page.emulateMedia({ colorScheme })
    const check = async (): Promise<void> => {
      expect(await namelessControls(page), `controls without a name at ${page.url()}`).toEqual([])
      const { brightness, faint } = await looksOf(page)
      expect(faint, `faint text at ${page.url()}`).toEqual([])
      expect(brightness < 0.5 ? 'dark' : 'light').toBe(colorScheme)
    }

    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
    await check()
    await page.getByRole('button', { name: 'Fill in as manager' }).click()
    await page.getByRole('button', { name: 'Sign in' }).click()

    await expect(tile(page, table, 'Waiting')).toBeVisible(inNewsTime)
    await expect(page.getByRole('banner')).toHaveCount(1)
    await expect(page.getByRole('main')).toHaveCount(1)
    await expect(page.getByRole('navigation', { name: 'Needs you' })).toBeVisible()
    await expect(page.getByRole('group', { name: 'Show' })).toBeVisible()
    expect(await page.getByRole('document').or(page.locator('html')).getAttribute('lang')).toBe(
      'en',
    )
    await check()

    await openTable(page, table, 'Waiting')
    await check()
    await startOrder(page)
    await expect(page.getByRole('heading', { level: 1, name: `New order ${table}` })).toBeVisible()
    await tapItems(page, ['Latte'])
    await check()
    await page.getByRole('link', { name: `Back to ${table}` }).click()
    await page.goto('/unsettled')
    await expect(page.getByRole('heading', { level: 1, name: 'Still open' })).toBeVisible()
    await expect(page.getByText('Reading what is still open…')).toBeHidden()
    await check()
    await page.goto('/payments')
    await expect(page.getByRole('heading', { level: 1, name: 'Payments' })).toBeVisible()
    await expect(page.getByText('Reading the payments…')).toBeHidden()
    await check()
    await page.goto('/settings')
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Seconds to undo' })).toBeVisible()
    await check()
    await page.goto('/menu')
    await expect(page.getByRole('heading', { level: 1, name: 'Menu' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Coffee' })).toBeVisible()
    await check()
    await page.goto('/scan')
    await expect(page.getByRole('heading', { level: 1, name: 'Scan a code' })).toBeVisible()
    await expect(page.getByRole('alert').getByRole('button', { name: 'Try again' })).toBeVisible()
    await check()
    await page.goto('/tables/round')
    await expect(page.getByRole('heading', { level: 1, name: 'Sticker round' })).toBeVisible()
    await expect(page.getByText('No tables are registered yet')).toBeVisible()
    await check()
  })
}
