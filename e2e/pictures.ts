/** Takes the pictures of the README from the running product: `node e2e/pictures.ts`. */
import { chromium, expect, request, type BrowserContext, type Page } from '@playwright/test'
import { address } from '#contract/address.ts'
import { Order } from '#contract/order.ts'
import { ensureBrowser } from '../bin/parts/browser.js'
import { ensureBuilt } from '../bin/parts/built.js'
import config from '../playwright.config.ts'
import { discardProduct, startProduct, type RunningProduct } from './fixtures/running-product.ts'
import { sandboxControl, type SandboxControl } from './fixtures/sandbox-control.ts'
import { accounts, signedInState } from './fixtures/sign-in.ts'
import { inNewsTime, openTable, orderCard, startOrder, tapItems, tile } from './people/staff.ts'

const desktop = { width: 1280, height: 800 }
const beside = { width: 1000, height: 844 }
const hand = { width: 390, height: 844 }

await ensureBuilt()
const product = await startProduct()
const executablePath = await ensureBrowser()
const browser = await chromium.launch({
  ...config.use?.launchOptions,
  ...(executablePath === undefined ? {} : { executablePath }),
})
const house = await browser.newContext({
  baseURL: product.baseURL,
  storageState: await signedInState(request, product.baseURL, accounts.manager),
  extraHTTPHeaders: { origin: product.baseURL },
  viewport: desktop,
})
try {
  const page = await house.newPage()
  await livenUp(page, house, sandboxControl(product.sandboxURL))
  await takePictures(page, product)
} finally {
  await browser.close()
  await discardProduct(product)
}

/** An evening: some wait, some were asked, some have paid, one has settled everything. */
async function livenUp(page: Page, house: BrowserContext, sandbox: SandboxControl): Promise<void> {
  const spotIds = new Map<string, number>()
  const seat = async (...tables: string[]): Promise<void> => {
    for (const table of tables) spotIds.set(table, await sandbox.scan(guestOf(table), table))
    for (const table of tables) await expect(tile(page, table, 'Waiting')).toBeVisible(inNewsTime)
  }
  const ask = async (table: string, quantity: number, title: string, unitPriceMinor: number) => {
    const answer = await house.request.post(address.spotOrders(spotIds.get(table) ?? 0), {
      headers: { 'idempotency-key': `picture ${table} ${title}` },
      data: { lines: [{ title, quantity, unitPriceMinor }], currency: 'EUR' },
    })
    return Order.parse(await answer.json())
  }
  const hold = async (table: string, { transactionKey = '' }: Order): Promise<void> => {
    await sandbox.control('reserve', { guest: guestOf(table), transactionKey })
    await expect(tile(page, table, 'Payment held')).toBeVisible(inNewsTime)
  }
  const confirm = async ({ id, version }: Order): Promise<void> => {
    const headers = { 'if-match': `"${version}"` }
    const answer = await house.request.post(address.confirmOrder(id), { headers, data: {} })
    expect(answer.ok()).toBe(true)
  }

  await page.goto('/')
  await seat('TABLE1', 'TABLE4', 'TABLE5', 'TABLE8', 'TABLE11', 'TERRACE1', 'BAR1')
  const settled = await ask('TERRACE1', 2, 'Honey cake', 450)
  const paid = await ask('TABLE11', 1, 'Grilled goat cheese salad', 940)
  await ask('TABLE8', 2, 'Flat white', 340)
  await ask('TABLE5', 2, 'Chicken Kyiv', 1150)
  await ask('BAR1', 3, 'Unfiltered lager 0.5 l', 480)
  await hold('TERRACE1', settled)
  await confirm(settled)
  await seat('BAR3')
  await hold('TABLE11', paid)
  await confirm(paid)
  await ask('TABLE11', 1, 'House red, glass', 490)
  await seat('TERRACE4')
  await hold('TABLE1', await ask('TABLE1', 2, 'Potato dumplings with bacon', 890))
}

async function takePictures(page: Page, product: RunningProduct): Promise<void> {
  await picture(page, 'floor-desktop')
  await page.setViewportSize(hand)
  await picture(page, 'floor-phone')

  await page.setViewportSize(beside)
  await openTable(page, 'TABLE1', 'Payment held')
  await expect(orderCard(page, 1).getByRole('button', { name: 'Confirm €17.80' })).toBeEnabled()
  await picture(page, 'spot')

  await openTable(page, 'TABLE4', 'Waiting')
  await startOrder(page)
  await tapItems(page, ['Latte', 'Latte', 'Cappuccino', 'Garlic rye bread'])
  await picture(page, 'editor')
  await page.getByRole('button', { name: 'Ask guest to pay €15.50' }).click()
  await expect(orderCard(page, 1)).toContainText('Asked')

  const phone = await browser.newPage({ viewport: hand })
  await phone.goto(`${product.sandboxURL}/?guest=ona`)
  await expect(phone.getByRole('button', { name: 'Pay €15.50' })).toBeVisible()
  await picture(phone, 'guest-phone')
}

async function picture(page: Page, name: string): Promise<void> {
  // Where the mouse rests and the keyboard stands is nobody's business.
  await page.mouse.move(0, 0)
  await page.screenshot({
    path: `docs/pictures/${name}.png`,
    animations: 'disabled',
    caret: 'hide',
  })
}

function guestOf(table: string): string {
  return table === 'TABLE4' ? 'ona' : `guest of ${table}`
}
