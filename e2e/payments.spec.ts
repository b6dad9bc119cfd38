import type { Locator, Page } from '@playwright/test'
import { address } from '#contract/address.ts'
import { Order } from '#contract/order.ts'
import type { SandboxControl } from './fixtures/sandbox-control.ts'
import { inNewsTime } from './people/staff.ts'
import { tapOnceSteady } from './people/tap-once-steady.ts'
import { expect, testWith } from './people/test.ts'

/** A house in which nothing else is held. */
const test = testWith(
  { WALLET_CALLS_PER_MINUTE: '2000', WALLET_CALLS_PER_HOUR: '50000' },
  { rateLimit: false },
)

test('every held payment of the house stands on one page, and one tap confirms an equal one', async ({
  staffPage: staff,
  managerPage: manager,
  sandbox,
}) => {
  const pay = payments(manager, sandbox)
  await staff.goto('/')
  await pay('TABLE1', 1290)
  await expect(paymentsLink(staff, 1)).toBeVisible(inNewsTime)
  await staff.keyboard.press('p')
  await expect(staff.getByRole('heading', { level: 1, name: 'Payments' })).toBeVisible()
  await expect(held(staff, 'TABLE1')).toContainText('The guest’s payment is exactly €12.90')
  await expect(held(staff, 'TABLE1')).toContainText(/held \d+ s · hold ends in 1 day/)

  await pay('TABLE2', 700)
  await expect(rows(staff)).toHaveText([/^TABLE1/, /^TABLE2/], inNewsTime)
  await held(staff, 'TABLE1').getByRole('button', { name: 'Confirm €12.90' }).click()
  await expect(rows(staff)).toHaveText([/^TABLE2/])
  await expect(decided(staff).first()).toHaveText(
    /^TABLE1€12\.90Money received\d\d:\d\d · Jonas Staff$/,
  )
  await expect(paymentsLink(staff, 1)).toBeVisible(inNewsTime)
})

test('a payment that changed after it was read is not confirmed: the new verdict shows instead', async ({
  staffPage: staff,
  managerPage: manager,
  sandbox,
}) => {
  const order = await payments(manager, sandbox)('TABLE3', 1290)
  await staff.goto('/payments')
  const confirm = held(staff, 'TABLE3').getByRole('button', { name: 'Confirm €12.90' })
  await expect(confirm).toBeEnabled(inNewsTime)
  const { transactionKey = '' } = order
  // Whoever taps has the old verdict on the screen, however soon a reading would bring the new one.
  await sandbox.control('force', { transactionKey, priceMinor: 1200 })
  await confirm.click()
  await expect(held(staff, 'TABLE3')).toContainText('is not what was asked for')
  await expect(
    held(staff, 'TABLE3').getByRole('row', { name: 'Amount €12.90 €12.00' }),
  ).toBeVisible()
  await expect(held(staff, 'TABLE3')).toContainText('Only a manager can decide')
  await expect(confirm).toBeHidden()
})

test('a manager decides about a payment that differs: takes less, or declines it, and asks again', async ({
  managerPage: manager,
  sandbox,
}) => {
  const pay = payments(manager, sandbox)
  await pay('TABLE4', 900, 1000)
  await pay('TABLE5', 800, 100)
  await manager.goto('/payments')
  await expect(held(manager, 'TABLE5')).toContainText('is not what was asked for', inNewsTime)

  await held(manager, 'TABLE4').getByRole('button', { name: 'Decide…' }).click()
  await sheet(manager).getByRole('button', { name: 'Confirm less…' }).click()
  const less = sheet(manager, 'Confirm less than is held?')
  await expect(less.getByRole('textbox', { name: 'Amount that you take' })).toHaveValue('9.00')
  await less.getByRole('button', { name: 'Typed wrong' }).click()
  await less.getByRole('button', { name: 'Confirm €9.00' }).click()
  await expect(decided(manager).filter({ hasText: 'TABLE4' })).toContainText(
    'asked €9.00 · held €10.00 · received €9.00',
  )

  const decide = held(manager, 'TABLE5').getByRole('button', { name: 'Decide…' })
  await tapOnceSteady(decide, () => expect(sheet(manager)).toBeVisible({ timeout: 500 }))
  await sheet(manager).getByRole('button', { name: 'Decline…' }).click()
  const decline = sheet(manager, 'Decline the payment of €8.00?')
  await decline.getByRole('button', { name: 'Typed wrong' }).click()
  await decline.getByRole('button', { name: 'Decline the payment' }).click()
  const declined = decided(manager).filter({ hasText: 'TABLE5' })
  await expect(declined).toContainText('Declined')
  const again = declined.getByRole('button', { name: 'Ask again' })
  await tapOnceSteady(again, () => expect(again).toBeHidden({ timeout: 2000 }))
  await expect(declined).toBeHidden()
})

test('a rule that a manager sets confirms by itself, and says so', async ({
  managerPage: manager,
  sandbox,
}) => {
  const pay = payments(manager, sandbox)
  await manager.goto('/settings')
  await manager.getByRole('checkbox', { name: 'At Cool caffe' }).check()
  const cap = manager.getByRole('textbox', { name: 'Each payment up to' })
  await manager.getByRole('button', { name: 'Apply the rules' }).click()
  await expect(cap).toHaveAccessibleDescription('Enter an amount above zero, such as 30.00.')
  await cap.fill('10')
  await manager.getByRole('button', { name: 'Apply the rules' }).click()
  await expect(manager.getByText('It holds for every payment from now on.')).toBeVisible()
  await expect(manager.getByText('Set by Rasa Manager')).toBeVisible()

  await manager.goto('/payments')
  await pay('TABLE6', 1001)
  await pay('TABLE7', 1000)
  await expect(decided(manager).filter({ hasText: 'TABLE7' })).toContainText(
    'Auto-confirm, set by Rasa Manager',
    inNewsTime,
  )
  await expect(held(manager, 'TABLE6')).toBeVisible(inNewsTime)
})

function rows(page: Page): Locator {
  return page.getByRole('list', { name: 'Waiting for a decision' }).locator('> li')
}

function held(page: Page, table: string): Locator {
  return page.getByRole('article', { name: table, exact: true })
}

function decided(page: Page): Locator {
  return page.getByRole('list', { name: 'Today' }).locator('> li')
}

function sheet(page: Page, name: string | RegExp = /^The payment of/): Locator {
  return page.getByRole('dialog', { name })
}

function paymentsLink(page: Page, count: number): Locator {
  const waits = count === 1 ? '1 waits' : `${count} wait`
  return page.getByRole('link', { name: `Payments, ${waits} for a decision` })
}

/** A guest sits down, is asked for an amount, and pays it or, where the wallet errs, another one. */
function payments(page: Page, sandbox: SandboxControl) {
  return async (table: string, asked: number, paid = asked): Promise<Order> => {
    const guest = `guest of ${table}`
    const spotId = await sandbox.scan(guest, table)
    const read = await page.request.get(address.spot(spotId))
    expect(read.ok()).toBe(true)
    const answer = await page.request.post(address.spotOrders(spotId), {
      headers: {
        'idempotency-key': `payments of ${table} ${asked}`,
        origin: new URL(read.url()).origin,
      },
      data: { lines: [{ title: 'Latte', quantity: 1, unitPriceMinor: asked }], currency: 'EUR' },
    })
    const order = Order.parse(await answer.json())
    const { transactionKey = '' } = order
    if (paid !== asked) await sandbox.control('force', { transactionKey, priceMinor: paid })
    await sandbox.control('reserve', { guest, transactionKey })
    return order
  }
}
