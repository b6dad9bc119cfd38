import type { Locator, Page } from '@playwright/test'
import { bill, pay } from './people/guest.ts'
import {
  askToPay,
  banner,
  inNewsTime,
  openTable,
  orderCard,
  startOrder,
  tapItems,
  tile,
} from './people/staff.ts'
import { expect, testWith } from './people/test.ts'
import { offersAt } from './people/wallet-state.ts'

const test = testWith(
  { WALLET_TIMEOUT_MS: '1500', WALLET_CALLS_PER_MINUTE: '2000', WALLET_CALLS_PER_HOUR: '50000' },
  { rateLimit: false },
)

/** After an outage the next reading may be half a minute away. */
const inRecoveryTime = { timeout: 40_000 }

test('a silent wallet: the floor stays and says why and since when, an order waits for it, and all recovers without a reload', async ({
  staffPage: staff,
  guestAt,
  sandbox,
}) => {
  test.setTimeout(90_000)
  const phone = await guestAt('TABLE1')
  await staff.goto('/')
  let reloads = 0
  staff.on('load', () => (reloads += 1))
  await openTable(staff, 'TABLE1', 'Waiting')
  await startOrder(staff)
  await tapItems(staff, ['Latte'])
  await expect(freshness(staff)).toHaveText(/Live · \d+ s/)

  await sandbox.control('settings', { latencyMs: 60_000 })
  await expect(banner(staff)).toHaveText(
    /^Paysera does not answer\. What you see is \d+ s old\. .*Cash and card go on\.$/,
    inNewsTime,
  )
  await expect(freshness(staff)).toHaveText(/^\d+ s old/)
  await staff.getByRole('button', { name: 'Ask guest to pay €3.50' }).press('Enter')
  await expect(orderCard(staff, 1)).toContainText(
    /It is not yet known whether the guest was asked\. Spotboard is finding out\./,
  )
  await expect(tile(staff, 'TABLE1', 'Waiting')).toBeVisible()

  await sandbox.control('settings', { latencyMs: 0 })
  await expect(orderCard(staff, 1)).toContainText('Asked', inRecoveryTime)
  await expect(phone.getByRole('button', { name: 'Pay €3.50' })).toHaveCount(1)
  await expect(banner(staff)).toBeHidden(inRecoveryTime)
  await expect(freshness(staff)).toHaveText(/Live · \d+ s/)
  expect(await offersAt(sandbox, 1)).toHaveLength(1)
  expect(reloads).toBe(0)
})

test('a wallet that talks nonsense is named as such, and is read again by itself', async ({
  staffPage: staff,
  sandbox,
}) => {
  await staff.goto('/')
  await expect(tile(staff, 'TABLE2', 'Free')).toBeVisible()
  await sandbox.control('faults', {
    match: { method: 'GET', path: '/spots' },
    times: 4,
    kind: 'garbage',
  })
  await expect(banner(staff)).toHaveText(/^Paysera answers something unreadable\./, inNewsTime)
  await expect(tile(staff, 'TABLE2', 'Free')).toBeVisible()
  await expect(banner(staff)).toBeHidden(inRecoveryTime)
})

test('an order whose answer is lost is found, not asked again', async ({
  staffPage: staff,
  guestAt,
  sandbox,
}) => {
  const phone = await guestAt('TABLE3')
  await staff.goto('/')
  await openTable(staff, 'TABLE3', 'Waiting')
  await sandbox.control('faults', {
    match: { method: 'POST', path: '/order$' },
    times: 1,
    kind: 'reset_after',
  })
  await askToPay(staff, ['Latte'], '€3.50')
  await expect(phone.getByRole('button', { name: 'Pay €3.50' })).toHaveCount(1)
  const payable = (await offersAt(sandbox, 3)).filter(
    ({ transactionStatus }) => transactionStatus === 'new',
  )
  expect(payable).toHaveLength(1)
})

test('a confirmation whose answer is lost is found out, and never shown as received before that', async ({
  staffPage: staff,
  guestAt,
  sandbox,
}) => {
  const phone = await guestAt('TABLE4')
  await staff.goto('/')
  await openTable(staff, 'TABLE4', 'Waiting')
  const card = await askToPay(staff, ['Kvass'], '€2.80')
  await pay(phone, 'TABLE4 · 1 × Kvass', '€2.80')
  const confirm = card.getByRole('button', { name: 'Confirm €2.80' })
  await expect(confirm).toBeEnabled(inNewsTime)

  await sandbox.control('faults', {
    match: { method: 'PUT', path: '/confirm$' },
    times: 1,
    kind: 'timeout_after',
  })
  await confirm.click()
  await expect(card).toContainText('Confirming…')
  await expect(card).toContainText('Money received', inNewsTime)
  await expect(bill(phone, 'TABLE4 · 1 × Kvass')).toContainText('Paid')
})

function freshness(page: Page): Locator {
  return page.getByRole('banner').getByText(/^(Live · )?\d+ s( old)?$/)
}
