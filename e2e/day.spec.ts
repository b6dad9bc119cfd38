import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { pay } from './people/guest.ts'
import { looksOf, misfits, namelessControls } from './people/looks.ts'
import { askToPay, inNewsTime, openTable, orderCard } from './people/staff.ts'
import { expect, testWith } from './people/test.ts'

/** A house in which nothing else happens on this day. */
const test = testWith(
  { WALLET_CALLS_PER_MINUTE: '2000', WALLET_CALLS_PER_HOUR: '50000' },
  { rateLimit: false },
)

test('a day from its first payment to its end: money back, less asked, figures, file and closing', async ({
  staffPage: staff,
  managerPage: manager,
  guestAt,
  pageOf,
}) => {
  const phone = await guestAt('TABLE1')
  await guestAt('TABLE2')
  await staff.goto('/')
  await openTable(staff, 'TABLE1', 'Waiting')
  await askToPay(staff, ['Latte', 'Honey cake'], '€8.00')
  await pay(phone, 'TABLE1 · 1 × Latte, 1 × Honey cake', '€8.00')
  await orderCard(staff, 1).getByRole('button', { name: 'Confirm €8.00' }).click(inNewsTime)
  await expect(orderCard(staff, 1)).toContainText('Money received')
  await expect(orderCard(staff, 1).getByRole('button', { name: 'Money back' })).toHaveCount(0)

  await openTable(staff, 'TABLE2', 'Waiting')
  await askToPay(staff, ['Latte', 'Latte', 'Latte', 'Latte'], '€14.00')
  const big = orderCard(staff, 1)
  await big.getByRole('button', { name: 'Delete', exact: true }).click()
  const sheet = staff.getByRole('dialog', { name: 'Delete the order of €14.00?' })
  await expect(sheet).toContainText('This is more than the €10.00 that staff take off one visit')
  await sheet.getByRole('button', { name: 'Typed wrong' }).click()
  await expect(sheet.getByRole('button', { name: 'Delete' })).toBeDisabled()
  await staff.keyboard.press('Escape')

  await manager.goto('/')
  await openTable(manager, 'TABLE1', 'Money received')
  await orderCard(manager, 1).getByRole('button', { name: 'Money back' }).click()
  await giveBack(manager, '2,50', '€2.50')
  await expect(orderCard(manager, 1).getByRole('list', { name: 'Money back' })).toContainText(
    'Money back, in cash · Rasa ManagerSent back−2.50',
  )
  await expect(orderCard(manager, 1)).toContainText('Money received')

  await manager.getByRole('button', { name: 'Rasa Manager, your account' }).click()
  await manager.getByRole('link', { name: 'Day report' }).click()
  await expect(manager.getByRole('heading', { level: 1, name: 'Day report' })).toBeVisible()
  await expect(manager).toHaveURL(/\/day\/\d{4}-\d{2}-\d{2}$/)
  const figures = manager.getByRole('region', { name: 'Figures' })
  await expect(figures).toContainText('Money received€8.001 time')
  await expect(figures).toContainText('Cash expected-€2.50')
  await manager.getByText('In figures').click()
  const hours = manager.getByRole('table', { name: 'By hour' })
  await expect(hours.getByRole('row').filter({ hasText: '8.00' })).toHaveCount(1)
  await expect(manager.getByRole('region', { name: 'By person' })).toContainText('Jonas Staff8.00')

  const payments = manager.getByRole('list', { name: 'Payments' })
  await expect(payments).toContainText('€2.50 given back')
  await payments.getByRole('button', { name: 'Money back' }).click()
  await giveBack(manager, '5.50', '€5.50')
  await expect(payments).toContainText('€8.00 given back')
  await expect(payments.getByRole('button', { name: 'Money back' })).toBeDisabled()

  const download = manager.waitForEvent('download')
  await manager.getByRole('link', { name: 'Payments as CSV' }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  expect(file).toMatch(/^\ufeffkind,time,.*\r\npayment,.*,TABLE1,8\.00,EUR,0\.00,0\.00,8\.00,/)

  for (const width of [320, 390, 1280]) {
    await manager.setViewportSize({ width, height: 800 })
    expect(await misfits(manager), `what does not fit at ${width} px`).toEqual([])
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await manager.emulateMedia({ colorScheme })
    expect(await namelessControls(manager)).toEqual([])
    expect((await looksOf(manager)).faint, `faint text in ${colorScheme}`).toEqual([])
  }

  const open = manager.getByRole('list', { name: 'Not settled' }).getByRole('listitem')
  await expect(open).toHaveText([/^TABLE1Table open/, /^TABLE2€14\.00Asked · unpaid/])
  const close = manager.getByRole('button', { name: 'Close the day' })
  await expect(close).toBeDisabled()
  await open.nth(0).getByRole('textbox').fill('They still drink their coffee')
  await open.nth(1).getByRole('textbox').fill('They pay tomorrow')
  const second = await pageOf('manager')
  await second.goto(new URL(manager.url()).pathname)
  await expect(second.getByText('This day is not closed yet.')).toBeVisible()
  await close.click()
  await expect(manager.getByText(/^Closed by Rasa Manager, /)).toBeVisible()
  await expect(close).toHaveCount(0)
  await expect(manager.getByRole('list', { name: 'Left open' })).toContainText('They pay tomorrow')
  await second.reload()
  await expect(second.getByText(/^Closed by Rasa Manager, /)).toBeVisible()

  await openFloor(manager)
  await openTable(manager, 'TABLE2', 'Open')
  await orderCard(manager, 1).getByRole('button', { name: 'Cash or card' }).click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Cash' }).click()
  await expect(orderCard(manager, 1)).toContainText('Taken in cash')
  await second.reload()
  await expect(second.getByRole('list', { name: 'Came later' })).toContainText(
    /TABLE2€14\.00Paid otherwise · .* · counts on/,
  )
  await expect(second.getByRole('region', { name: 'Figures' })).toContainText(
    'Taken in cash€0.000 times',
  )

  await staff.goto('/day')
  await expect(staff.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
})

async function giveBack(page: Page, typed: string, amount: string): Promise<void> {
  const sheet: Locator = page.getByRole('dialog', { name: 'Money back for €8.00' })
  await expect(sheet).toContainText('Spotboard moves no money itself.')
  await sheet.getByRole('textbox', { name: 'Amount' }).fill('8.01')
  await expect(sheet.getByText(/^Enter an amount up to €/)).toBeVisible()
  await sheet.getByRole('textbox', { name: 'Amount' }).fill(typed)
  await sheet.getByRole('button', { name: 'Sent back' }).click()
  await sheet.getByRole('button', { name: `Write down ${amount}` }).click()
  await expect(sheet).toBeHidden()
}

async function openFloor(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Back to the floor' }).click()
}
