import type { BrowserContext, Page } from '@playwright/test'
import { address } from '#contract/address.ts'
import { accounts, signedInState } from './fixtures/sign-in.ts'
import { inNewsTime, tile } from './people/staff.ts'
import { expect, testUncounted } from './people/test.ts'

/** Each with a session of its own, since the other sign-in ends it. */
const test = testUncounted().extend<{ page: Page }>({
  page: async ({ pageOf, playwright, product: { baseURL } }, use) => {
    const storageState = await signedInState(playwright.request, baseURL, accounts.staff)
    await use(await pageOf('staff', { storageState }))
  },
})

/** Somebody signs in on the same browser, in a page that is closed again. */
async function managerSignsIn(context: BrowserContext, origin: string): Promise<void> {
  const answer = await context.request.post(address.session, {
    data: accounts.manager,
    headers: { origin },
  })
  expect(answer.status()).toBe(200)
}

/** Nothing of the page runs for a while, as when the device sleeps. */
function sleepOf(page: Page): Promise<void> {
  return page.evaluate(() => {
    const until = Date.now() + 5000
    while (Date.now() < until);
  })
}

test('a page that slept while somebody else signed in shows that person when it wakes', async ({
  page,
  product,
}) => {
  await page.goto('/')
  await expect(tile(page, 'TABLE1')).toBeVisible(inNewsTime)
  await expect(account(page, 'Jonas Staff')).toBeVisible()

  const sleep = sleepOf(page)
  await managerSignsIn(page.context(), product.baseURL)
  await sleep
  await expect(account(page, 'Rasa Manager')).toBeVisible()
  await expect(account(page, 'Jonas Staff')).toBeHidden()
  await expect(tile(page, 'TABLE1')).toBeVisible(inNewsTime)
})

test('what is tapped before it has noticed is done in nobody’s name', async ({
  page,
  pageOf,
  product,
  sandbox,
}) => {
  await sandbox.scan('guest of TABLE2', 'TABLE2')
  await page.goto('/')
  const going = page.getByRole('button', { name: 'I’m going to TABLE2', exact: true })
  await expect(going).toBeVisible(inNewsTime)

  // Nothing that the page asks by itself gets through.
  await page.route(`**${address.floor}`, (route) => route.abort())
  await managerSignsIn(page.context(), product.baseURL)
  await going.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible()
  const manager = await pageOf('manager')
  await manager.goto('/')
  await expect(tile(manager, 'TABLE2', 'Waiting, [^,]*$')).toBeVisible(inNewsTime)

  await page.unroute(`**${address.floor}`)
  await expect(account(page, 'Rasa Manager')).toBeVisible()
})

function account(page: Page, name: string) {
  return page.getByRole('button', { name: `${name}, your account` })
}
