import type { Page } from '@playwright/test'
import { pay } from './people/guest.ts'
import { orderCard, tapItems, tile } from './people/staff.ts'
import { expect, test } from './people/test.ts'

declare global {
  interface Window {
    tapped: () => void
  }
}

test('a whole visit takes seven taps: three items sent in four, confirmed in one, freed in one', async ({
  staffPage,
  guestAt,
}) => {
  const phone = await guestAt('TABLE4')
  await staffPage.goto('/')
  const taps = await countTaps(staffPage)

  await tile(staffPage, 'TABLE4', 'Waiting').click()
  expect(taps()).toBe(1)

  await tapItems(staffPage, ['Latte'])
  // The editor takes the place of the table's page; a tap that straddles the two would be made twice.
  await expect(staffPage.getByRole('heading', { level: 1, name: /^New order/ })).toBeVisible()
  await tapItems(staffPage, ['Espresso', 'Honey cake'])
  await staffPage.getByRole('button', { name: 'Ask guest to pay €10.20' }).click()
  await expect(orderCard(staffPage, 1)).toContainText('Asked')
  expect(taps(), 'three items sent').toBe(1 + 4)

  await pay(phone, 'TABLE4 · 1 × Latte, 1 × Espresso, 1 × Honey cake', '€10.20')
  await orderCard(staffPage, 1).getByRole('button', { name: 'Confirm €10.20' }).click()
  await expect(orderCard(staffPage, 1)).toContainText('Money received')
  expect(taps(), 'confirmed').toBe(1 + 4 + 1)

  await staffPage.getByRole('button', { name: 'Free the table' }).click()
  await expect(tile(staffPage, 'TABLE4', 'Free')).toBeVisible()
  expect(taps(), 'freed').toBe(7)
})

/** Counts what the browser itself takes for a click by hand, wherever it lands. */
async function countTaps(page: Page): Promise<() => number> {
  let count = 0
  await page.exposeFunction('tapped', () => {
    count += 1
  })
  await page.evaluate(() => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- What runs in the page has only what it brings along.
    const notice = (event: Event): void => {
      if (event.isTrusted) window.tapped()
    }
    window.addEventListener('click', notice, true)
  })
  return () => count
}
