import type { Locator, Page } from '@playwright/test'
import { address } from '#contract/address.ts'
import { Order } from '#contract/order.ts'
import type { SandboxControl } from './fixtures/sandbox-control.ts'
import { inNewsTime, tile } from './people/staff.ts'
import { expect, testUncounted } from './people/test.ts'

const test = testUncounted()

declare global {
  interface Window {
    /** How often the device has trembled. */
    trembled: number
  }
}

test('after ten minutes an undecided payment stands over every page of everybody, and also a silent device trembles', async ({
  staffPage: staff,
  managerPage: manager,
  sandbox,
}) => {
  await holdPayment(manager, sandbox, 'TABLE1', 1290)
  for (const page of [staff, manager]) {
    await countTrembles(page)
    await page.clock.install()
    await page.goto('/')
    await expect(tile(page, 'TABLE1', 'Payment held')).toBeVisible(inNewsTime)
  }
  await staff.getByRole('button', { name: 'Start shift' }).click()
  await staff.getByRole('button', { name: 'The bell' }).click()
  await staff.getByRole('checkbox', { name: 'Sound' }).uncheck()
  await staff.keyboard.press('Escape')
  await staff.keyboard.press('p')

  await manager.clock.fastForward('09:00')
  await expect(undecided(manager)).toBeHidden()
  expect(await trembled(manager)).toBe(0)

  await manager.clock.fastForward('01:05')
  await expect(undecided(manager)).toContainText('TABLE1: payment of €12.90 held')
  await expect.poll(() => trembled(manager)).toBe(1)
  await manager.clock.fastForward('00:16')
  await expect.poll(() => trembled(manager)).toBe(2)
  for (const name of ['Menu', 'Settings', 'Day report']) {
    await accountButton(manager).click()
    await manager.getByRole('link', { name, exact: true }).click()
    await expect(manager.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(undecided(manager)).toContainText('TABLE1')
    const [alert, main] = await Promise.all([
      undecided(manager).boundingBox(),
      manager.getByRole('main').boundingBox(),
    ])
    expect(alert?.width).toBe(main?.width)
    expect((alert?.y ?? 0) + (alert?.height ?? 0)).toBeLessThanOrEqual(main?.y ?? 0)
  }

  await staff.clock.fastForward('10:05')
  await expect(undecided(staff)).toContainText('TABLE1')
  await expect.poll(() => trembled(staff)).toBeGreaterThan(0)

  await undecided(manager).getByRole('link').click()
  await manager.getByRole('button', { name: 'Confirm €12.90' }).click()
  for (const page of [staff, manager]) await expect(undecided(page)).toBeHidden(inNewsTime)
})

function undecided(page: Page): Locator {
  return page.getByRole('alert').filter({ hasText: 'Somebody has to decide' })
}

function accountButton(page: Page): Locator {
  return page.getByRole('button', { name: /your account$/ })
}

async function countTrembles(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.trembled = 0
    navigator.vibrate = () => {
      window.trembled += 1
      return true
    }
  })
}

function trembled(page: Page): Promise<number> {
  return page.evaluate(() => window.trembled)
}

/** A guest sits down, is asked, and pays; nobody decides about it. */
async function holdPayment(
  page: Page,
  sandbox: SandboxControl,
  table: string,
  amountMinor: number,
): Promise<void> {
  const guest = `guest of ${table}`
  const spotId = await sandbox.scan(guest, table)
  const read = await page.request.get(address.spot(spotId))
  expect(read.ok()).toBe(true)
  const answer = await page.request.post(address.spotOrders(spotId), {
    headers: { 'idempotency-key': `undecided at ${table}`, origin: new URL(read.url()).origin },
    data: {
      lines: [{ title: 'Latte', quantity: 1, unitPriceMinor: amountMinor }],
      currency: 'EUR',
    },
  })
  const { transactionKey = '' } = Order.parse(await answer.json())
  await sandbox.control('reserve', { guest, transactionKey })
}
