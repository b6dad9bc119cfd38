import { expect, type Locator, type Page } from '@playwright/test'

/** What staff do and see on the dashboard, told by the names that stand there. */

/** News of a payment comes by asking the wallet now and then; that may take this long. */
export const inNewsTime = { timeout: 25_000 }

/** The tile of a table; `state` is how it goes on after the name, such as "Open, 2 s, unpaid 3.50". */
export function tile(page: Page, name: string, state: string | RegExp = ''): Locator {
  const rest = typeof state === 'string' ? state : state.source
  return page
    .getByRole('list', { name: 'Tables' })
    .getByRole('link', { name: new RegExp(`^${name}, ${rest}`) })
}

/** What stands above the floor while its news is old. */
export function banner(page: Page): Locator {
  return page.getByRole('paragraph').filter({ hasText: 'What you see is' })
}

/** The way to everything unsettled, with the number of what stands there. */
export function stillOpen(page: Page, count: number): Locator {
  return page.getByRole('link', { name: `Still open ${count}`, exact: true })
}

export function orderCard(page: Page, number: number): Locator {
  return page.getByRole('article', { name: `Order ${number}`, exact: true })
}

/** Opens a table as soon as it is in that state. */
export async function openTable(page: Page, name: string, state: string | RegExp): Promise<void> {
  await tile(page, name, state).click(inNewsTime)
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
}

/** Begins an order of its own, also where an unpaid one stands that could be extended. */
export async function startOrder(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^(New|Separate) order$/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^New order/ })).toBeVisible()
}

/** One tap on each item's button in the menu. */
export async function tapItems(page: Page, titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    await page.getByRole('button', { name: new RegExp(`^${title} €`) }).click()
  }
}

/** Orders from the menu at the table that is open, and sees that the guest was asked. */
export async function askToPay(
  page: Page,
  titles: readonly string[],
  total: string,
): Promise<Locator> {
  const known = await page.getByRole('article').count()
  await startOrder(page)
  await tapItems(page, titles)
  await page.getByRole('button', { name: `Ask guest to pay ${total}` }).click()
  const card = orderCard(page, known + 1)
  await expect(card).toContainText('Asked')
  await expect(card).toContainText(total)
  return card
}

/** Chooses one of the acts behind the menu of an order. */
export async function chooseAct(card: Locator, act: string): Promise<void> {
  await card.getByRole('button', { name: 'More' }).click()
  await card.getByRole('menuitem', { name: act }).click()
}
