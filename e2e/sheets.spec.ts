import type { Page } from '@playwright/test'
import { looksOf, misfits, namelessControls } from './people/looks.ts'
import { askToPay, chooseAct, inNewsTime, openTable, orderCard, tile } from './people/staff.ts'
import { expect, testUncounted } from './people/test.ts'

const test = testUncounted()

for (const colorScheme of ['light', 'dark'] as const) {
  test(`in ${colorScheme} colours on a phone of 360 px, what is asked before splitting, joining, moving and adding fits a thumb and can be read`, async ({
    pageOf,
    sandbox,
  }) => {
    const here = { light: 'TABLE1', dark: 'TABLE3' }[colorScheme]
    const there = { light: 'TABLE2', dark: 'TABLE4' }[colorScheme]
    await sandbox.scan(`guest of ${here}`, here)
    await sandbox.scan(`guest of ${there}`, there)
    const page = await pageOf('manager', {
      viewport: { width: 360, height: 640 },
      hasTouch: true,
      isMobile: true,
      colorScheme,
    })
    await page.goto('/')
    await expect(tile(page, there, 'Waiting')).toBeVisible(inNewsTime)
    await openTable(page, here, 'Waiting')
    await askToPay(page, ['Open rye sandwich, herring', 'Potato dumplings with bacon'], '€15.80')
    await askToPay(page, ['Latte'], '€3.50')
    const card = orderCard(page, 1)
    await check(page)
    const acts = [
      card.getByRole('button', { name: 'Delete' }),
      card.getByRole('button', { name: 'Cash or card' }),
      card.getByRole('link', { name: 'Change' }),
    ]
    const tops = await Promise.all(acts.map(async (act) => (await act.boundingBox())?.y))
    expect(new Set(tops).size, 'they stand in one row').toBe(1)

    await card.getByRole('button', { name: 'More' }).click()
    await expect(card.getByRole('menuitem')).toHaveText(['Split…', 'Join…', 'Move…'])
    await check(page)
    await page.keyboard.press('Escape')

    const sheet = page.getByRole('dialog').filter({ visible: true })
    await chooseAct(card, 'Split…')
    await check(page)
    await sheet.getByRole('button', { name: 'By lines' }).click()
    await sheet.getByRole('button', { name: /^One more Potato/ }).click()
    await check(page)
    await sheet.getByRole('button', { name: 'An amount' }).click()
    await sheet.getByRole('textbox', { name: 'Amount' }).fill('99')
    await check(page)
    await page.keyboard.press('Escape')
    await chooseAct(card, 'Join…')
    await check(page)
    await page.keyboard.press('Escape')
    await chooseAct(card, 'Move…')
    await sheet.getByRole('button', { name: there }).click()
    await check(page)
    await page.keyboard.press('Escape')

    await page.getByRole('link', { name: 'Add to the order' }).click()
    await page.getByRole('button', { name: /^Same again/ }).click()
    await check(page)
    await page.getByRole('button', { name: / on the order$/ }).click()
    await page.getByRole('button', { name: 'Give a discount' }).click()
    await page.getByRole('button', { name: 'Per cent' }).click()
    await page.getByRole('textbox', { name: 'Discount' }).fill('10')
    await check(page)
  })
}

async function check(page: Page): Promise<void> {
  expect(await misfits(page), 'what does not fit').toEqual([])
  expect(await namelessControls(page), 'controls without a name').toEqual([])
  expect((await looksOf(page)).faint, 'faint text').toEqual([])
}
