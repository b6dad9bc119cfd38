import type { Locator, Page } from '@playwright/test'
import { inNewsTime, orderCard, tile } from './people/staff.ts'
import { expect, test } from './people/test.ts'

test('by keyboard alone one signs in, reaches a waiting table, orders and frees it', async ({
  page,
  sandbox,
}) => {
  await sandbox.scan('guest of TABLE9', 'TABLE9')
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled()
  await tabTo(page, page.getByRole('textbox', { name: 'Email' }))
  await page.keyboard.type('manager@spotboard.test')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: 'Password' })).toBeFocused()
  await page.keyboard.type('demo-manager-1')
  await page.keyboard.press('Enter')

  await expect(tile(page, 'TABLE9', 'Waiting')).toBeVisible(inNewsTime)
  const tiles = page.getByRole('list', { name: 'Tables' }).getByRole('link')
  await tabTo(page, tiles.first())
  await page.keyboard.press('End')
  await expect(tiles.last()).toBeFocused()
  await page.keyboard.press('/')
  await page.keyboard.type('table9')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'TABLE9' })).toBeFocused()

  await press(page, page.getByRole('link', { name: 'New order' }))
  await press(page, page.getByRole('button', { name: 'Flat white €3.40' }))
  await press(page, page.getByRole('button', { name: 'Kvass €2.80' }))
  await press(page, page.getByRole('button', { name: 'One more Flat white' }))
  await press(page, page.getByRole('button', { name: 'Ask guest to pay €9.60' }))
  await expect(orderCard(page, 1)).toContainText('Asked')

  await press(page, orderCard(page, 1).getByRole('button', { name: 'Cash or card' }))
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Card' }))
  await expect(orderCard(page, 1)).toContainText('Taken by card')
  await press(page, page.getByRole('button', { name: 'Free the table' }))
  await expect(page).toHaveURL('/')
  await expect(tile(page, 'TABLE9', 'Free')).toBeFocused()
})

test('the focus goes into what opens, and back to where it came from', async ({
  managerPage: page,
  sandbox,
}) => {
  await sandbox.scan('guest of TABLE10', 'TABLE10')
  await page.goto('/')
  await tile(page, 'TABLE10', 'Waiting').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'TABLE10' })).toBeFocused()

  const free = page.getByRole('button', { name: 'Free the table' })
  await press(page, free)
  const sheet = page.getByRole('dialog', { name: 'Free TABLE10?' })
  await expect(sheet).toBeVisible()
  for (let tabs = 0; tabs < 6; tabs += 1) {
    await page.keyboard.press('Tab')
    await expect(page.locator(':focus').and(page.getByRole('main').locator('a'))).toHaveCount(0)
  }
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(free).toBeFocused()

  await page.keyboard.press('Escape')
  await expect(page).toHaveURL('/')
  await expect(tile(page, 'TABLE10')).toBeFocused()
})

/** Goes to a control with the Tab key, as somebody without a mouse does, and presses it. */
async function press(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control)
  await page.keyboard.press('Enter')
}

async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible(inNewsTime)
  for (let tabs = 0; tabs < 80; tabs += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(control, 'reached with the Tab key').toBeFocused()
}
