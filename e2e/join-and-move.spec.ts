import { bill, pay } from './people/guest.ts'
import { askToPay, chooseAct, inNewsTime, openTable, orderCard, tile } from './people/staff.ts'
import { expect, testUncounted } from './people/test.ts'
import { payments } from './people/wallet-state.ts'

const test = testUncounted()

// One test has the wallet refuse to ask the other table.
test.use({ expectedErrors: /the wallet refused an act/ })

test('two unpaid orders are joined, and the guest pays once', async ({
  staffPage: staff,
  guestAt,
}) => {
  const phone = await guestAt('TABLE1')
  await staff.goto('/')
  await openTable(staff, 'TABLE1', 'Waiting')
  await askToPay(staff, ['Latte'], '€3.50')
  const first = orderCard(staff, 1)
  await first.getByRole('button', { name: 'More' }).click()
  await expect(staff.getByRole('menuitem')).toHaveText(['Split…', 'Move…'])
  await staff.keyboard.press('Escape')
  await askToPay(staff, ['Apple pie'], '€4.20')

  await chooseAct(first, 'Join…')
  const sheet = staff.getByRole('dialog', { name: 'Join onto order 1' })
  await expect(sheet.getByRole('button', { name: 'Order 2 €4.20 1 × Apple pie' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await sheet.getByRole('button', { name: 'Ask for €7.70' }).click()
  await expect(first).toContainText('€7.70')
  await expect(orderCard(staff, 2)).toContainText('Joined with another order')
  await expect(phone.getByRole('button', { name: 'Pay €4.20' })).toBeHidden()
  await pay(phone, 'TABLE1 · 1 × Latte, 1 × Apple pie', '€7.70')
  await expect(bill(phone, 'TABLE1 · 1 × Latte')).toHaveCount(0)
})

test('an order is moved to another table, where another guest sees and pays it', async ({
  staffPage: staff,
  guestAt,
  sandbox,
}) => {
  const here = await guestAt('BAR2')
  const there = await guestAt('BAR4')
  await staff.goto('/')
  await expect(tile(staff, 'BAR4', 'Waiting')).toBeVisible(inNewsTime)
  await openTable(staff, 'BAR2', 'Waiting')
  const card = await askToPay(staff, ['Kvass', 'Kvass'], '€5.60')
  await expect(here.getByRole('button', { name: 'Pay €5.60' })).toBeVisible()

  await chooseAct(card, 'Move…')
  const sheet = staff.getByRole('dialog', { name: 'Move €5.60' })
  const tables = sheet.getByRole('group', { name: 'Tables with guests' }).getByRole('button')
  await expect(tables.filter({ hasText: 'BAR4' })).toContainText('Waiting')
  await expect(tables.filter({ hasText: 'BAR3' }), 'nobody is checked in there').toHaveCount(0)
  await expect(tables.filter({ hasText: 'BAR2' }), 'it is here already').toHaveCount(0)
  await expect(sheet.getByRole('button', { name: 'Choose a table' })).toBeDisabled()
  await sheet.getByRole('textbox', { name: 'Find table' }).fill('4')
  await sheet.getByRole('textbox', { name: 'Find table' }).press('Enter')
  await sheet.getByRole('button', { name: 'Move to BAR4' }).click()

  await expect(staff.getByRole('heading', { level: 1, name: 'BAR4' })).toBeVisible()
  await expect(here.getByRole('button', { name: 'Pay €5.60' })).toBeHidden()
  await pay(there, 'BAR4 · 2 × Kvass', '€5.60')
  await orderCard(staff, 1).getByRole('button', { name: 'Confirm €5.60' }).click(inNewsTime)
  await expect(tile(staff, 'BAR4', 'Money received, .*5.60')).toBeVisible()
  await openTable(staff, 'BAR2', 'Open')
  await expect(orderCard(staff, 1)).toContainText('Moved to another table')
  const paid = await payments(sandbox)
  expect(paid.filter(([priceMinor]) => priceMinor === 560)).toEqual([
    [560, 'deleted'],
    [560, 'confirmed'],
  ])
})

test('the menu of an order opens, moves and closes by keyboard, and gives the focus back', async ({
  staffPage: staff,
  sandbox,
}) => {
  await sandbox.scan('guest of BAR1', 'BAR1')
  await staff.goto('/')
  await openTable(staff, 'BAR1', 'Waiting')
  const card = await askToPay(staff, ['Latte'], '€3.50')
  const more = card.getByRole('button', { name: 'More' })
  const item = (name: string) => staff.getByRole('menuitem', { name })
  await expect(more).toHaveAttribute('aria-expanded', 'false')
  await more.focus()
  await more.press('Enter')
  await expect(item('Split…')).toBeFocused()
  await expect(more).toHaveAttribute('aria-expanded', 'true')
  await staff.keyboard.press('ArrowDown')
  await expect(item('Move…')).toBeFocused()
  await staff.keyboard.press('ArrowDown')
  await expect(item('Split…'), 'the ends meet').toBeFocused()
  await staff.keyboard.press('End')
  await expect(item('Move…')).toBeFocused()
  await staff.keyboard.press('Escape')
  await expect(more).toBeFocused()
  await expect(more).toHaveAttribute('aria-expanded', 'false')
  await expect(card, 'Escape has closed the menu, not the table').toBeVisible()

  await more.press('ArrowUp')
  await expect(item('Move…')).toBeFocused()
  await staff.keyboard.press('Escape')
  await more.press('ArrowDown')
  await staff.keyboard.press('Enter')
  await expect(staff.getByRole('dialog', { name: 'Split €3.50' })).toBeVisible()
  await staff.keyboard.press('Escape')
  await expect(more).toBeFocused()
})

test('where the other table cannot be asked, the guest here is asked again, and the order’s card says so', async ({
  staffPage: staff,
  guestAt,
  sandbox,
}) => {
  const here = await guestAt('TERRACE1')
  await sandbox.scan('guest of TERRACE2', 'TERRACE2')
  await staff.goto('/')
  await expect(tile(staff, 'TERRACE2', 'Waiting')).toBeVisible(inNewsTime)
  await openTable(staff, 'TERRACE1', 'Waiting')
  const card = await askToPay(staff, ['Latte'], '€3.50')
  await sandbox.control('faults', {
    match: { method: 'POST', path: '/order$' },
    times: 1,
    kind: 'status_before',
    status: 403,
    body: JSON.stringify({ error: 'rights_not_granted' }),
  })
  await chooseAct(card, 'Move…')
  const sheet = staff.getByRole('dialog', { name: 'Move €3.50' })
  await sheet.getByRole('button', { name: 'TERRACE2' }).click()
  await sheet.getByRole('button', { name: 'Move to TERRACE2' }).click()
  await expect(card.getByRole('alert')).toHaveText('The order stays at this table.')
  await expect(card).toContainText('the guest at the other table could not be asked for it')
  await expect(here.getByRole('button', { name: 'Pay €3.50' })).toBeVisible()
  await openTable(staff, 'TERRACE2', 'Waiting')
  await expect(orderCard(staff, 1)).toContainText('Could not be asked here, went back to its table')
})
