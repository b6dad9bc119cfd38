import { openTable } from './people/staff.ts'
import { expect, test } from './people/test.ts'

test('the second tap of two decides nothing in the sheet that the first one opened', async ({
  managerPage: page,
  sandbox,
}) => {
  await sandbox.scan('guest of TABLE7', 'TABLE7')
  await page.goto('/')
  await openTable(page, 'TABLE7', 'Waiting')
  // Everything on the page has stood long enough to be tapped, so that only the sheet's own guard is tried.
  await expect(page.getByRole('button', { name: 'Latte €3.50', exact: true })).toBeEnabled()

  const landed = await page.evaluate(async () => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- What runs in the page has only what it brings along.
    const tap = (within: string): boolean => {
      const button = [...document.querySelectorAll(`${within} button`)].find(
        ({ textContent }) => textContent === 'Free the table',
      )
      // Taps of a test driver may be further apart than those of a hand.
      button?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }))
      return button !== undefined
    }
    tap('main')
    while (!document.querySelector('dialog[open]')) await new Promise(requestAnimationFrame)
    return tap('dialog[open]')
  })
  expect(landed, 'the second tap landed on the choice that frees').toBe(true)

  const sheet = page.getByRole('dialog', { name: 'Free TABLE7?' })
  await sheet.getByRole('button', { name: 'Keep the table' }).click()
  await expect(sheet).toBeHidden()
  await expect(page.getByRole('heading', { level: 1, name: 'TABLE7' })).toBeVisible()
})
