import { openTable, orderCard, askToPay, tapItems, tile } from './people/staff.ts'
import { expect, testWith } from './people/test.ts'

const test = testWith({})

test('Spotboard stops and starts again on its data: the open page says so, and catches up without a reload', async ({
  staffPage: staff,
  product,
  sandbox,
}) => {
  await sandbox.scan('guest of TABLE1', 'TABLE1')
  await staff.goto('/')
  let reloads = 0
  staff.on('load', () => (reloads += 1))
  await openTable(staff, 'TABLE1', 'Waiting')
  await askToPay(staff, ['Latte'], '€3.50')

  await product.stop()
  const banner = staff
    .getByRole('paragraph')
    .filter({ hasText: 'Spotboard does not answer.' })
    .first()
  await expect(banner).toHaveText(/What you see is \d+ s old\./, { timeout: 5000 })
  await expect(tile(staff, 'TABLE1', 'Open')).toBeVisible()
  await staff.getByRole('button', { name: 'Free the table' }).press('Enter')
  await expect(staff.getByText('No answer came, so it is not known whether')).toBeVisible()

  await product.restart()
  await sandbox.scan('guest of TABLE2', 'TABLE2')
  await expect(banner).toBeHidden()
  await expect(tile(staff, 'TABLE2', 'Waiting')).toBeVisible()
  await expect(orderCard(staff, 1)).toContainText('Asked')
  // The page moved as the banner went, and then takes no tap for a moment; the keyboard is not held up.
  await staff.getByRole('link', { name: 'New order' }).press('Enter')
  await tapItems(staff, ['Espresso'])
  await staff.getByRole('button', { name: 'Ask guest to pay €2.20' }).click()
  await expect(orderCard(staff, 2)).toContainText('Asked')
  expect(reloads).toBe(0)
})
