import { expect, type Locator, type Page } from '@playwright/test'

/** What managers do on the page of the register, told by the names that stand there. */

export function area(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true })
}

/** The names in an area, in their order on screen. */
export function namesIn(page: Page, name: string): Locator {
  return area(page, name).getByRole('button', { name: /^Edit / })
}

export async function openRegister(page: Page): Promise<void> {
  await page.goto('/tables')
  await expect(page.getByRole('heading', { level: 1, name: 'Tables' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add a series' })).toBeVisible()
}

export async function addSeries(
  page: Page,
  prefix: string,
  last: number,
  where: string,
): Promise<void> {
  await page.getByRole('button', { name: 'Add a series' }).click()
  const sheet = page.getByRole('dialog', { name: 'Add a series of tables' })
  await sheet.getByRole('textbox', { name: 'Begins with' }).fill(prefix)
  await sheet.getByRole('textbox', { name: 'Last number' }).fill(String(last))
  await sheet.getByRole('combobox', { name: 'Area' }).fill(where)
  await sheet.getByRole('button', { name: `Add ${last} tables` }).click()
  await expect(sheet).toBeHidden()
}

export async function editTable(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: `Edit ${name}`, exact: true }).click()
  return page.getByRole('dialog', { name, exact: true })
}
