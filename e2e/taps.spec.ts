import type { Page } from '@playwright/test'
import { pay } from './people/guest.ts'
import { askToPay, openTable, orderCard, tapItems, tile } from './people/staff.ts'
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

test('a second round of the same takes four taps, and one of three new items five', async ({
  staffPage,
  sandbox,
}) => {
  await sandbox.scan('guest of TABLE3', 'TABLE3')
  await staffPage.goto('/')
  await openTable(staffPage, 'TABLE3', 'Waiting')
  await askToPay(staffPage, ['Latte', 'Espresso'], '€5.70')
  await staffPage.getByRole('link', { name: 'Back to the floor' }).click()
  const taps = await countTaps(staffPage)

  await tile(staffPage, 'TABLE3', 'Open').click()
  await staffPage.getByRole('link', { name: 'Add to the order' }).click()
  await staffPage.getByRole('button', { name: 'Same again: 1 × Latte, 1 × Espresso' }).click()
  await staffPage.getByRole('button', { name: 'Ask guest to pay €11.40' }).click()
  await expect(orderCard(staffPage, 1)).toContainText('€11.40')
  expect(taps(), 'the same again').toBe(4)

  await staffPage.getByRole('link', { name: 'Add to the order' }).click()
  await tapItems(staffPage, ['Kvass', 'Kvass', 'Apple pie'])
  await staffPage.getByRole('button', { name: 'Ask guest to pay €21.20' }).click()
  await expect(orderCard(staffPage, 1)).toContainText('€21.20')
  expect(taps(), 'three new items').toBe(4 + 5)

  await staffPage.getByRole('link', { name: 'Separate order' }).click()
  await tapItems(staffPage, ['Kvass', 'Kvass', 'Apple pie'])
  await staffPage.getByRole('button', { name: 'Ask guest to pay €9.80' }).click()
  await expect(orderCard(staffPage, 2)).toContainText('Asked')
  expect(taps(), 'three items on a separate order').toBe(4 + 5 + 5)
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
