import type { Request } from '@playwright/test'
import { askToPay, openTable, orderCard, tile } from './people/staff.ts'
import { expect, test } from './people/test.ts'

/** As a house opens it from a tablet: by the name that the counter's machine has in the own network. */
const name = 'spot.test'

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const { args = [], ...others } = launchOptions
    await use({ ...others, args: [...args, `--host-resolver-rules=MAP ${name} 127.0.0.1`] })
  },
})

test('over plain HTTP on a name of the house one signs in, takes an order and opens two tabs', async ({
  browser,
  baseURL,
  guestAt,
}) => {
  const origin = String(baseURL).replace('127.0.0.1', name)
  const context = await browser.newContext({ baseURL: origin })
  const requests: Request[] = []
  context.on('request', (request) => requests.push(request))
  await guestAt('TABLE8')

  const first = await context.newPage()
  await first.goto('/')
  const offered = await first.evaluate(() => ({
    isSecureContext,
    randomUUID: 'randomUUID' in crypto,
    locks: 'locks' in navigator,
  }))
  expect(offered).toEqual({ isSecureContext: false, randomUUID: false, locks: false })

  await first.getByRole('button', { name: 'Fill in as manager' }).click()
  await first.getByRole('button', { name: 'Sign in' }).click()
  await openTable(first, 'TABLE8', 'Waiting')
  const notice = /^Not encrypted: others on this network can read along\./
  await expect(first.getByText(notice)).toBeVisible()

  const second = await context.newPage()
  await second.goto('/')
  await openTable(second, 'TABLE8', 'Waiting')
  await askToPay(first, ['Latte'], '€3.50')
  await expect(orderCard(second, 1)).toContainText('Asked')
  await expect(tile(second, 'TABLE8', 'Open, .*, unpaid 3.50')).toBeVisible()
  await askToPay(second, ['Espresso'], '€2.20')
  await expect(orderCard(first, 2)).toContainText('Asked')

  const cookies = await context.cookies(origin)
  expect(cookies.map(({ name, secure }) => ({ name, secure }))).toEqual([
    { name: 'spotboard', secure: false },
  ])
  const posts = requests.filter((request) => request.method() === 'POST')
  expect(posts).toHaveLength(3)
  for (const request of posts) {
    const headers = await request.allHeaders()
    expect(headers).toMatchObject({ origin })
    expect(headers).not.toHaveProperty('sec-fetch-site')
  }
  await context.close()
})

test('staff, who can do nothing about it, are not told that the connection is not encrypted', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL: String(baseURL).replace('127.0.0.1', name) })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('button', { name: 'Fill in as staff' }).click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(tile(page, 'TABLE1')).toBeVisible()
  await expect(page.getByText('Not encrypted')).toHaveCount(0)
  await context.close()
})
