import { bill, pay } from './people/guest.ts'
import { askToPay, inNewsTime, openTable, orderCard, tapItems, tile } from './people/staff.ts'
import { expect, testUncounted } from './people/test.ts'

const test = testUncounted()

test('a second round extends the unpaid order, and the guest pays one bill', async ({
  staffPage: staff,
  guestAt,
}) => {
  const phone = await guestAt('TABLE1')
  await staff.goto('/')
  await openTable(staff, 'TABLE1', 'Waiting')
  await askToPay(staff, ['Latte', 'Latte', 'Honey cake'], '€11.50')

  await staff.getByRole('link', { name: 'Add to the order' }).click()
  await expect(staff.getByRole('heading', { level: 1, name: 'Add more TABLE1' })).toBeVisible()
  const given = staff.getByRole('region', { name: 'Asked already' })
  await expect(given.getByRole('listitem')).toHaveText(['2 ×Latte7.00', '1 ×Honey cake4.50'])
  await expect(given.getByRole('button')).toHaveCount(0)
  await expect(staff.getByText('Tap what the guest wants.')).toBeVisible()

  await tapItems(staff, ['Latte', 'Espresso'])
  await expect(staff.getByRole('textbox', { name: /^How many/ })).toHaveCount(2)
  await expect(staff.getByRole('textbox', { name: 'How many Latte' })).toHaveValue('1')
  await expect(given).toContainText('2 ×Latte7.00')
  await expect(staff.getByText('“TABLE1 · 3 × Latte, 1 × Honey cake, 1 × Espresso”')).toBeVisible()
  await staff.getByRole('button', { name: 'Ask guest to pay €17.20' }).click()

  await expect(orderCard(staff, 1)).toContainText('€17.20')
  await expect(staff.getByRole('article')).toHaveCount(1)
  await pay(phone, 'TABLE1 · 3 × Latte, 1 × Honey cake, 1 × Espresso', '€17.20')
  await expect(bill(phone, 'TABLE1 · 2 × Latte, 1 × Honey cake')).toHaveCount(0)
})

test('a separate order is one tap away, and the unpaid one stays as it is', async ({
  staffPage: staff,
  guestAt,
}) => {
  const phone = await guestAt('TABLE2')
  await staff.goto('/')
  await openTable(staff, 'TABLE2', 'Waiting')
  await askToPay(staff, ['Latte'], '€3.50')
  await staff.getByRole('link', { name: 'Separate order' }).click()
  await tapItems(staff, ['Kvass'])
  await staff.getByRole('button', { name: 'Ask guest to pay €2.80' }).click()
  await expect(orderCard(staff, 2)).toContainText('Asked')
  await expect(phone.getByRole('button', { name: 'Pay €3.50' })).toBeVisible()
  await expect(phone.getByRole('button', { name: 'Pay €2.80' })).toBeVisible()
})

test('what was being added when the guest paid goes onto a new order, and nothing of it is lost', async ({
  staffPage: staff,
  guestAt,
}) => {
  const phone = await guestAt('TABLE5')
  await staff.goto('/')
  await openTable(staff, 'TABLE5', 'Waiting')
  await askToPay(staff, ['Latte'], '€3.50')
  await staff.getByRole('link', { name: 'Add to the order' }).click()
  await expect(staff.getByRole('region', { name: 'Asked already' })).toBeVisible()
  await tapItems(staff, ['Espresso', 'Espresso'])
  await pay(phone, 'TABLE5 · 1 × Latte', '€3.50')

  const separate = staff.getByRole('button', { name: 'Put what you added on a new order' })
  await separate.click(inNewsTime)
  await expect(staff.getByRole('heading', { level: 1, name: /^New order/ })).toBeVisible()
  await expect(staff.getByRole('textbox', { name: 'How many Espresso' })).toHaveValue('2')
  await staff.getByRole('button', { name: 'Ask guest to pay €4.40' }).click()
  await expect(orderCard(staff, 2)).toContainText('Asked')
  await expect(phone.getByRole('button', { name: 'Pay €4.40' })).toBeVisible()
})

test('the last round comes again in one tap, without what is off today', async ({
  staffPage: staff,
  managerPage: manager,
  guestAt,
}) => {
  const phone = await guestAt('TABLE6')
  await staff.goto('/')
  await openTable(staff, 'TABLE6', 'Waiting')
  await askToPay(staff, ['Latte', 'Latte', 'Tree cake, a slice'], '€11.90')
  await pay(phone, 'TABLE6 · 2 × Latte, 1 × Tree cake, a slice', '€11.90')
  await orderCard(staff, 1).getByRole('button', { name: 'Confirm €11.90' }).click(inNewsTime)
  await expect(orderCard(staff, 1)).toContainText('Money received')

  await manager.goto('/menu')
  await manager.getByRole('switch', { name: 'Tree cake, a slice off today' }).click()
  await manager.getByRole('button', { name: 'Save the menu' }).click()
  await expect(manager.getByText('Saved.')).toBeVisible()

  await staff.getByRole('link', { name: 'New order' }).click()
  await expect(staff.getByText('Off today: Tree cake, a slice')).toBeVisible()
  await staff.getByRole('button', { name: 'Same again: 2 × Latte €7.00' }).click()
  await expect(staff.getByRole('textbox', { name: 'How many Latte' })).toHaveValue('2')
  await expect(staff.getByRole('textbox', { name: /^How many/ })).toHaveCount(1)
  await staff.getByRole('button', { name: 'Ask guest to pay €7.00' }).click()
  await pay(phone, 'TABLE6 · 2 × Latte', '€7.00')
})

test('a discount per cent says what it comes to, follows the lines, and is an amount for the guest', async ({
  managerPage: manager,
  guestAt,
}) => {
  const phone = await guestAt('TABLE7')
  await manager.goto('/')
  await openTable(manager, 'TABLE7', 'Waiting')
  await manager.getByRole('link', { name: 'New order' }).click()
  await tapItems(manager, ['Latte', 'Apple pie'])
  await manager.getByRole('button', { name: 'Give a discount' }).click()
  const discount = manager.getByRole('textbox', { name: 'Discount' })
  await discount.fill('12.5')
  await expect(manager.getByText('More than the order comes to.')).toBeVisible()
  await manager.getByRole('button', { name: 'Per cent' }).click()
  await expect(
    manager.getByText('12.5 % of €7.70 is €0.96, rounded half up to the cent.'),
  ).toBeVisible()
  await tapItems(manager, ['Apple pie'])
  await expect(
    manager.getByText('12.5 % of €11.90 is €1.49, rounded half up to the cent.'),
  ).toBeVisible()
  await manager.reload()
  await expect(discount).toHaveValue('12.5')
  await discount.fill('120')
  await expect(manager.getByText('Enter per cent such as 10.')).toBeVisible()
  await discount.fill('10')
  await manager.getByRole('button', { name: 'Ask guest to pay €10.71' }).click()
  await expect(orderCard(manager, 1)).toContainText('Discount−1.19')
  await pay(phone, 'TABLE7 · 1 × Latte, 2 × Apple pie', '€10.71')
  await expect(tile(manager, 'TABLE7', 'Payment held, .*, held 10.71')).toBeVisible(inNewsTime)
})
