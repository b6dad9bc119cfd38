import { expect, type Locator } from '@playwright/test'

/** What has just moved takes no tap for 400 ms, so one that came too soon is made once more. */
export async function tapOnceSteady(button: Locator, isDone: () => Promise<void>): Promise<void> {
  await expect(async () => {
    if (await button.isVisible()) await button.click({ timeout: 2000 })
    await isDone()
  }).toPass()
}
