import type { Page } from '@playwright/test'
import { address } from '#contract/address.ts'
import { askToPay, inNewsTime, openTable, tile } from './people/staff.ts'
import { expect, testUncounted } from './people/test.ts'

const test = testUncounted()

test('one tap says on every screen who goes, and one more takes it back', async ({
  staffPage: staff,
  managerPage: manager,
  sandbox,
}) => {
  await sandbox.scan('guest of TABLE1', 'TABLE1')
  await staff.goto('/')
  await manager.goto('/')
  await expect(tile(manager, 'TABLE1', 'Waiting')).toBeVisible(inNewsTime)

  await goTo(staff, 'TABLE1').click(inNewsTime)
  await expect(goTo(staff, 'TABLE1')).toHaveAttribute('aria-pressed', 'true')
  await expect(strip(manager)).toContainText('Jonas Staff is going')
  await expect(goTo(manager, 'TABLE1')).toHaveCount(0)
  await expect(tile(manager, 'TABLE1', 'Waiting, .*, Jonas Staff is going')).toBeVisible()

  await goTo(staff, 'TABLE1').click()
  await expect(goTo(manager, 'TABLE1')).toBeVisible()
  await expect(tile(manager, 'TABLE1', 'Waiting, [^,]*$')).toBeVisible()
})

test('of two who tap at once the second is told who goes', async ({
  staffPage: staff,
  managerPage: manager,
  sandbox,
}) => {
  const spotId = await sandbox.scan('guest of TABLE2', 'TABLE2')
  await staff.goto('/')
  await manager.goto('/')
  await expect(goTo(staff, 'TABLE2')).toBeVisible(inNewsTime)

  // The manager's tap is on its way for as long as the other one takes.
  const first = Promise.withResolvers<void>()
  await manager.route(`**${address.going(spotId)}`, async (route) => {
    await first.promise
    await route.continue()
  })
  await goTo(manager, 'TABLE2').click(inNewsTime)
  await goTo(staff, 'TABLE2').click()
  await expect(goTo(staff, 'TABLE2')).toHaveAttribute('aria-pressed', 'true')
  first.resolve()
  await expect(manager.getByRole('alert').filter({ hasText: 'Jonas' })).toHaveText(
    'Jonas Staff is going already.',
  )
})

test('at the table it can be said too, and the order that is brought ends it', async ({
  staffPage: staff,
  managerPage: manager,
  sandbox,
}) => {
  await sandbox.scan('guest of TABLE3', 'TABLE3')
  await manager.goto('/')
  await staff.goto('/')
  await openTable(staff, 'TABLE3', 'Waiting')
  const panel = staff.getByRole('main').getByRole('button', { name: 'I’m going to TABLE3' }).last()
  await panel.click()
  await expect(panel).toHaveAttribute('aria-pressed', 'true')
  await expect(strip(manager)).toContainText('Jonas Staff is going')
  await askToPay(staff, ['Latte'], '€3.50')
  await expect(tile(manager, 'TABLE3', 'Open, [^,]*, unpaid 3.50')).toBeVisible()
})

test('next leads to who has waited longest, then to the one after, by key and by button', async ({
  staffPage: staff,
  sandbox,
}) => {
  await staff.goto('/')
  for (const table of ['TABLE6', 'TABLE5', 'TABLE4']) {
    await sandbox.scan(`guest of ${table}`, table)
    await expect(tile(staff, table, 'Waiting')).toBeVisible(inNewsTime)
  }
  await expect(async () => {
    await staff.keyboard.press('n')
    await expect(heading(staff)).toHaveText('TABLE6', { timeout: 1_000 })
  }).toPass()
  await staff.keyboard.press('n')
  await expect(heading(staff)).toHaveText('TABLE5')
  await staff
    .getByRole('banner')
    .getByRole('link', { name: /need you · next$/ })
    .click()
  await expect(heading(staff)).toHaveText('TABLE4')

  await staff.getByRole('textbox', { name: 'Find table' }).fill('n')
  await expect(heading(staff)).toHaveText('TABLE4')
})

test('on a phone next stands where the thumb is, and the bell is there too', async ({
  pageOf,
  sandbox,
}) => {
  await sandbox.scan('guest of TABLE7', 'TABLE7')
  const page = await pageOf('staff', { viewport: { width: 360, height: 640 }, hasTouch: true })
  await page.goto('/')
  const next = page.getByRole('main').getByRole('link', { name: /need(s)? you · next$/ })
  await expect(next).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('button', { name: 'Start shift' })).toBeInViewport({ ratio: 1 })
  const box = await next.boundingBox()
  expect(box?.y ?? 0).toBeGreaterThan(560)
  await next.click()
  await expect(heading(page)).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`on a phone in ${colorScheme} whoever waits and "I'm going" are whole beside each other, and fit a thumb`, async ({
    pageOf,
    sandbox,
  }) => {
    const names = ['TERRACE6', 'Veranda at the lake 12']
    for (const name of names) await sandbox.scan(`guest of ${name}`, name)
    const viewport = { width: 360, height: 740 }
    const page = await pageOf('staff', { viewport, hasTouch: true, isMobile: true, colorScheme })
    await page.goto('/')
    for (const name of names) {
      const going = goTo(page, name)
      await expect(going).toBeVisible(inNewsTime)
      const shortcut = strip(page).getByRole('link', { name: name.slice(0, 19) })
      await shortcut.evaluate((link) => link.closest('li')?.scrollIntoView({ inline: 'start' }))
      await expect(shortcut).toBeInViewport({ ratio: 1 })
      await expect(going).toBeInViewport({ ratio: 1 })
      const { width = 0, height = 0 } = (await going.boundingBox()) ?? {}
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
      const overhang = await going.evaluate((button) => button.scrollWidth - button.clientWidth)
      expect(overhang, 'how far the words stick out').toBeLessThanOrEqual(0)
    }
  })
}

function goTo(page: Page, table: string) {
  return strip(page).getByRole('button', { name: `I’m going to ${table}`, exact: true })
}

function strip(page: Page) {
  return page.getByRole('navigation', { name: 'Needs you' })
}

function heading(page: Page) {
  return page.getByRole('heading', { level: 1 })
}
