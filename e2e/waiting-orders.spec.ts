import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from '@playwright/test'
import { accounts, signedInState } from './fixtures/sign-in.ts'
import { expectCleanLog, openHouse, type House } from './http/processes.ts'
import { hangingKeys, payableKeys, walletState } from './http/wallet-state.ts'
import { banner, inNewsTime, openTable, orderCard, stillOpen, tile } from './people/staff.ts'
import { expect, test } from '@playwright/test'

/** After an outage the next attempt may be half a minute away. */
const inRecoveryTime = { timeout: 45_000 }

test('law 9: while the wallet is away cash is taken at once, an order is cancelled after a minute, and one that waited too long asks', async ({
  browser,
  playwright,
}) => {
  test.setTimeout(180_000)
  const house = await openHouse()
  const { wallet, dashboard } = house
  try {
    const storageState = await signedInState(
      playwright.request,
      dashboard.baseURL,
      accounts.manager,
    )
    const context = await browser.newContext({ baseURL: dashboard.baseURL, storageState })
    const page = await context.newPage()
    const spotId = await wallet.scan('ona', 'TABLE1')
    await page.goto('/')
    await openTable(page, 'TABLE1', 'Waiting')
    await order(page, 'Latte', '€3.50')
    const [inCash, cancelled, wanted] = [1, 2, 3].map((number) => orderCard(page, number))
    if (!inCash || !cancelled || !wanted) throw new Error('three cards were asked for')
    await expect(inCash).toContainText('Asked')

    await wallet.goAway()
    await inCash.getByRole('button', { name: 'Cash or card' }).press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Cash' }).press('Enter')
    await expect(inCash).toContainText(
      'Taken in cash. The guest can still pay it in the app until Paysera answers',
    )
    await expect(tile(page, 'TABLE1', 'Money received, .*3.50')).toBeVisible()
    await expect(banner(page)).toBeVisible(inNewsTime)
    await order(page, 'Kvass', '€2.80')
    await order(page, 'Espresso', '€2.20')
    for (const card of [cancelled, wanted]) {
      await expect(card).toContainText('Waits for Paysera')
      await expect(card).toContainText('Spotboard keeps trying')
      await expect(card.getByRole('button', { name: 'Cash or card' })).toBeEnabled()
      await expect(card.getByRole('button', { name: 'Cancel order' })).toHaveCount(0)
    }

    await letTimePass(house, { Kvass: 61_000, Espresso: 181_000 })
    await expect(wanted).toContainText('Still wanted?', inNewsTime)
    await cancelled.getByRole('button', { name: 'Cancel order' }).press('Enter', inNewsTime)
    await expect(cancelled.getByRole('button', { name: 'Cancel order' })).toHaveCount(0)
    await expect(cancelled).toContainText('Spotboard keeps trying to take it back.')
    await expect(tile(page, 'TABLE1', 'Still wanted\\?, .*unpaid 5.00')).toBeVisible()
    await expect(
      page
        .getByRole('navigation', { name: 'Needs you' })
        .getByRole('link', { name: 'TABLE1: order still wanted?' }),
    ).toBeVisible()
    await stillOpen(page, 3).press('Enter')
    await expect(page.getByRole('list', { name: 'Still open' }).getByRole('listitem')).toHaveText([
      /^TABLE1€3\.50Taken in cash.*The guest can still pay it in the app\.$/,
      /^TABLE1€2\.80Waits for Paysera/,
      /^TABLE1€2\.20Still wanted\?/,
    ])
    await page.goto(`/spots/${spotId}`)

    await wallet.comeBack()
    await expect(inCash).not.toContainText('can still pay', inRecoveryTime)
    await expect(inCash).toContainText('Taken in cash')
    await expect(cancelled.getByText('Cancelled', { exact: true })).toBeVisible(inRecoveryTime)
    expect(payableKeys(await walletState(wallet), spotId), 'nobody was asked meanwhile').toEqual([])
    await expect(stillOpen(page, 1)).toBeVisible()
    await wanted.getByRole('button', { name: 'Ask guest to pay €2.20' }).press('Enter')
    await expect(wanted).toContainText('Asked', inRecoveryTime)
    await expect(tile(page, 'TABLE1', 'Open, ')).toBeVisible(inNewsTime)
    const state = await walletState(wallet)
    expect(payableKeys(state, spotId)).toHaveLength(1)
    expect(hangingKeys(state)).toEqual([])
    await context.close()
    expectCleanLog(dashboard)
  } finally {
    await house.discard()
  }
})

/** By keyboard, since the banner that comes and goes with the wallet pushes the page under a finger. */
async function order(page: Page, title: string, total: string): Promise<void> {
  await page.getByRole('link', { name: 'New order' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^New order/ })).toBeVisible()
  await page.getByRole('button', { name: new RegExp(`^${title} €`) }).press('Enter')
  await page.getByRole('button', { name: `Ask guest to pay ${total}` }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'TABLE1' })).toBeVisible()
}

/** So long ago were the orders of these items asked for, as far as the book knows; nothing runs while it is changed. */
async function letTimePass({ dashboard, dataDir }: House, agesMs: Record<string, number>) {
  await dashboard.stop()
  const book = new DatabaseSync(join(dataDir, 'practice.db'))
  const older = book.prepare(
    `update intents set created_at = created_at - $age, asked_at = asked_at - $age
     where act = 'submit' and order_id in
       (select order_id from order_versions where lines like '%' || $title || '%')`,
  )
  for (const [title, age] of Object.entries(agesMs)) older.run({ age, title })
  book.close()
  await dashboard.start()
}
