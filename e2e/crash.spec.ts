import type { RunningProduct } from './fixtures/running-product.ts'
import { openHouse, type House } from './http/processes.ts'
import { askToPay, banner, inNewsTime, openTable, orderCard, tile } from './people/staff.ts'
import { expect, test as onProduct } from './people/test.ts'

/** Within this time a screen says why its news is old. */
const inNamingTime = { timeout: 5000 }

/** Wallet and dashboard as processes that can go one without the other. */
const test = onProduct.extend<object, { house: House; product: RunningProduct }>({
  house: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const house = await openHouse()
      await use(house)
      await house.discard()
    },
    { scope: 'worker' },
  ],
  product: [
    async ({ house: { dashboard, wallet, dataDir } }, use) => {
      await use({
        baseURL: dashboard.baseURL,
        sandboxURL: wallet.url,
        dataDir,
        log: dashboard.log,
        stop: async () => {
          await dashboard.crash()
          return { code: null, signal: 'SIGKILL' }
        },
        restart: dashboard.start,
      })
    },
    { scope: 'worker' },
  ],
})

test('the dashboard is killed and starts again: the open page says so, and catches up without a reload', async ({
  staffPage: staff,
  house: { dashboard },
  sandbox,
}) => {
  await sandbox.scan('guest of TABLE1', 'TABLE1')
  await staff.goto('/')
  let reloads = 0
  staff.on('load', () => (reloads += 1))
  await openTable(staff, 'TABLE1', 'Waiting')
  await askToPay(staff, ['Latte'], '€3.50')

  await dashboard.crash()
  await expect(banner(staff)).toHaveText(
    /^Spotboard does not answer\. What you see is \d+ s old\./,
    inNamingTime,
  )
  await expect(tile(staff, 'TABLE1', 'Open')).toBeVisible()
  await staff.getByRole('button', { name: 'Free the table' }).press('Enter')
  await expect(staff.getByText('No answer came, so it is not known whether')).toBeVisible()

  await sandbox.scan('guest of TABLE2', 'TABLE2')
  await dashboard.start()
  await expect(tile(staff, 'TABLE2', 'Waiting')).toBeVisible()
  await expect(banner(staff)).toBeHidden()
  await expect(orderCard(staff, 1)).toContainText('Asked')
  // The page moved as the banner went, and then takes no tap for a moment; the keyboard is not held up.
  await staff.getByRole('link', { name: 'Separate order' }).press('Enter')
  await staff.getByRole('button', { name: /^Espresso €/ }).press('Enter')
  await staff.getByRole('button', { name: 'Ask guest to pay €2.20' }).press('Enter')
  await expect(orderCard(staff, 2)).toContainText('Asked')
  expect(reloads).toBe(0)
})

test('the wallet is gone and comes back: the floor stays, and is live again without a reload', async ({
  staffPage: staff,
  house: { wallet },
  sandbox,
}) => {
  await sandbox.scan('guest of TABLE3', 'TABLE3')
  await staff.goto('/')
  await expect(tile(staff, 'TABLE3', 'Waiting')).toBeVisible(inNewsTime)

  await wallet.goAway()
  await expect(banner(staff)).toHaveText(
    /^Paysera does not answer\. What you see is \d+ s old\. .*Cash and card go on\.$/,
    inNewsTime,
  )
  await expect(tile(staff, 'TABLE3', 'Waiting')).toBeVisible(inNewsTime)

  await wallet.comeBack()
  await sandbox.scan('guest of TABLE4', 'TABLE4')
  await expect(tile(staff, 'TABLE4', 'Waiting')).toBeVisible({ timeout: 40_000 })
  await expect(banner(staff)).toBeHidden()
})

test('a wallet that hangs is named within 5 s of a call, long before the call gives up, and no more once it answers', async ({
  staffPage: staff,
  house: { wallet },
  sandbox,
}) => {
  await sandbox.scan('guest of TABLE5', 'TABLE5')
  await staff.goto('/')
  await openTable(staff, 'TABLE5', 'Waiting')

  await staff.getByRole('button', { name: 'Free the table' }).press('Enter')

  wallet.freeze()
  const dialog = staff.getByRole('dialog', { name: 'Free TABLE5?' })
  await dialog.getByRole('button', { name: 'Free the table' }).press('Enter')
  await expect(banner(staff)).toHaveText(
    /^Paysera does not answer\. What you see is \d+ s old\. .*Cash and card go on\.$/,
    inNamingTime,
  )
  wallet.thaw()
  await expect(banner(staff)).toBeHidden(inNamingTime)
  await expect(tile(staff, 'TABLE5', 'Free')).toBeVisible()
})

test('a Spotboard that hangs is named within 5 s, and the page catches up without a reload', async ({
  staffPage: staff,
  house: { dashboard },
  sandbox,
}) => {
  await staff.goto('/')
  await expect(tile(staff, 'TABLE6', 'Free')).toBeVisible(inNewsTime)
  let reloads = 0
  staff.on('load', () => (reloads += 1))

  dashboard.freeze()
  await expect(banner(staff)).toHaveText(/^Spotboard does not answer\./, inNamingTime)
  await sandbox.scan('guest of TABLE6', 'TABLE6')
  dashboard.thaw()
  await expect(banner(staff)).toBeHidden(inNamingTime)
  await expect(tile(staff, 'TABLE6', 'Waiting')).toBeVisible(inNewsTime)
  expect(reloads).toBe(0)
})
