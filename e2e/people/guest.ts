import { expect, type Locator, type Page } from '@playwright/test'

/** What a guest does and sees on the phone, told by the names that stand there. */

export async function checkIn(phone: Page, table: string): Promise<void> {
  await phone.getByRole('button', { name: `Check in at ${table}`, exact: true }).click()
  await expect(phone.getByRole('heading', { name: table, exact: true })).toBeVisible()
}

/** An order as the guest's app shows it: by its one description. */
export function bill(phone: Page, description: string): Locator {
  return phone.getByRole('article', { name: description, exact: true })
}

export async function pay(phone: Page, description: string, amount: string): Promise<void> {
  await bill(phone, description)
    .getByRole('button', { name: `Pay ${amount}` })
    .click()
  await expect(bill(phone, description)).toContainText('Payment held')
}
