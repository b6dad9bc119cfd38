import { bill, pay } from './people/guest.ts'
import { askToPay, inNewsTime, openTable, orderCard, tile } from './people/staff.ts'
import { expect, testWith } from './people/test.ts'
import { payments } from './people/wallet-state.ts'

const wallets = [
  { name: 'a wallet as the reference has it', settings: {} },
  {
    name: 'a wallet that says "opened" and shows merchants the orders',
    settings: { openWord: 'opened', merchantSeesOrders: true },
  },
]

for (const { name, settings } of wallets) {
  /** A product of its own, with the defaults of a real house, the budget for calls included. */
  const test = testWith({}, settings)
  test(`a visit, from the scan to the table freed for the next guests, with ${name}`, async ({
    page: staff,
    guestAt,
    sandbox,
  }) => {
    test.setTimeout(120_000)
    await staff.goto('/')
    await expect(staff.getByText('Practice: no real money')).toBeVisible()
    await staff.getByRole('button', { name: 'Fill in as staff' }).click()
    await staff.getByRole('button', { name: 'Sign in' }).click()
    await expect(tile(staff, 'TABLE3', 'Free')).toBeVisible()
    let reloads = 0
    staff.on('load', () => (reloads += 1))

    const phone = await guestAt('TABLE3')
    await expect(phone.getByRole('main')).toContainText('waiting for staff')
    await openTable(staff, 'TABLE3', 'Waiting')

    const first = await askToPay(staff, ['Latte', 'Latte', 'Honey cake'], '€11.50')
    const lunch = 'TABLE3 · 2 × Latte, 1 × Honey cake'
    await pay(phone, lunch, '€11.50')
    await expect(tile(staff, 'TABLE3', 'Payment held, .*, held 11.50')).toBeVisible(inNewsTime)
    await expect(first).toContainText('The guest’s payment is exactly €11.50')
    await first.getByRole('button', { name: 'Confirm €11.50' }).click()
    await expect(first).toContainText('Money received')
    await expect(bill(phone, lunch)).toContainText('Paid')

    const second = await askToPay(staff, ['Espresso'], '€2.20')
    const third = await askToPay(staff, ['Apple pie'], '€4.20')
    await expect(phone.getByRole('button', { name: 'Pay €2.20' })).toBeVisible()
    await expect(phone.getByRole('button', { name: 'Pay €4.20' })).toBeVisible()

    await second.getByRole('link', { name: 'Change' }).click()
    await staff.getByRole('button', { name: 'One more Espresso' }).click()
    await staff.getByRole('button', { name: 'Ask guest to pay €4.40' }).click()
    await expect(orderCard(staff, 2)).toContainText('€4.40')
    await expect(phone.getByRole('button', { name: 'Pay €4.40' })).toBeVisible()
    await expect(phone.getByRole('button', { name: 'Pay €2.20' })).toBeHidden()

    await third.getByRole('button', { name: 'Delete', exact: true }).click()
    const deletion = staff.getByRole('dialog', { name: 'Delete the order of €4.20?' })
    await expect(deletion).toContainText('The guest is no longer asked to pay it.')
    await deletion.getByRole('button', { name: 'Typed wrong' }).click()
    await deletion.getByRole('button', { name: 'Delete' }).click()
    await expect(third.getByRole('timer')).toHaveText(/^Will be deleted in \d s$/)
    await third.getByRole('button', { name: 'Delete now' }).click()
    await expect(orderCard(staff, 3)).toContainText('Deleted')
    await expect(phone.getByRole('button', { name: 'Pay €4.20' })).toBeHidden()

    await pay(phone, 'TABLE3 · 2 × Espresso', '€4.40')
    await orderCard(staff, 2).getByRole('button', { name: 'Confirm €4.40' }).click(inNewsTime)
    await expect(orderCard(staff, 2)).toContainText('Money received')
    await expect(tile(staff, 'TABLE3', 'Money received, .*15.90')).toBeVisible()

    await staff.getByRole('button', { name: 'Free the table' }).click()
    await expect(tile(staff, 'TABLE3', 'Free')).toBeVisible()
    await expect(phone.getByRole('heading', { name: 'The café closed TABLE3' })).toBeVisible()

    expect(reloads, 'reloads of the dashboard').toBe(0)
    // No guest's money is left hanging: what was changed or deleted can no longer be paid.
    expect(await payments(sandbox)).toEqual([
      [1150, 'confirmed'],
      [220, 'deleted'],
      [420, 'deleted'],
      [440, 'confirmed'],
    ])
  })
}
