import type { Locator, Page } from '@playwright/test'
import { pay } from './people/guest.ts'
import { askToPay, inNewsTime, openTable, orderCard, stillOpen } from './people/staff.ts'
import { expect, testWith } from './people/test.ts'

/** A house in which nothing else is open. */
const test = testWith(
  { WALLET_CALLS_PER_MINUTE: '2000', WALLET_CALLS_PER_HOUR: '50000' },
  { rateLimit: false },
)

test('everything unsettled stands in one list, oldest first, leads to its table, and follows the floor', async ({
  staffPage: staff,
  managerPage: manager,
  guestAt,
}) => {
  await manager.goto('/')
  await stillOpen(manager, 0).click()
  await expect(manager.getByText('Nothing is open')).toBeVisible()
  let reloads = 0
  manager.on('load', () => (reloads += 1))

  const phone = await guestAt('TABLE1')
  await guestAt('TABLE2')
  await staff.goto('/')
  await openTable(staff, 'TABLE1', 'Waiting')
  await askToPay(staff, ['Latte'], '€3.50')
  await openTable(staff, 'TABLE2', 'Waiting')
  await askToPay(staff, ['Kvass'], '€2.80')
  await openTable(staff, 'TABLE1', 'Open')
  await askToPay(staff, ['Honey cake'], '€4.50')
  await expect(rows(manager)).toHaveText([
    /^TABLE1€3\.50Asked · unpaid\d+ s · by Jonas Staff$/,
    /^TABLE2€2\.80Asked · unpaid\d+ s · by Jonas Staff$/,
    /^TABLE1€4\.50Asked · unpaid\d+ s · by Jonas Staff$/,
  ])
  await expect(stillOpen(staff, 3)).toBeVisible()

  await pay(phone, 'TABLE1 · 1 × Latte', '€3.50')
  await expect(rows(manager).first()).toContainText('Payment held', inNewsTime)
  await rows(manager).nth(1).getByRole('link').click()
  await expect(manager.getByRole('heading', { level: 1, name: 'TABLE2' })).toBeVisible()
  await orderCard(manager, 1).getByRole('button', { name: 'Cash or card' }).click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Cash' }).click()
  await expect(orderCard(manager, 1)).toContainText('Taken in cash')
  await manager.goBack()
  await expect(rows(manager)).toHaveText([/^TABLE1€3\.50Payment held/, /^TABLE1€4\.50/])
  await expect(stillOpen(staff, 2)).toBeVisible()
  expect(reloads, 'reloads of the page').toBe(0)
})

function rows(page: Page): Locator {
  return page.getByRole('list', { name: 'Still open' }).getByRole('listitem')
}
