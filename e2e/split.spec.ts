import type { Locator } from '@playwright/test'
import { bill, pay } from './people/guest.ts'
import { askToPay, chooseAct, inNewsTime, openTable, orderCard, tile } from './people/staff.ts'
import { expect, testUncounted } from './people/test.ts'
import { offersAt } from './people/wallet-state.ts'

const test = testUncounted()

test('a bill is split evenly into three to the cent, and a guest pays one part', async ({
  staffPage: staff,
  guestAt,
}) => {
  const phone = await guestAt('TABLE1')
  await staff.goto('/')
  await openTable(staff, 'TABLE1', 'Waiting')
  const card = await askToPay(staff, ['Latte', 'Honey cake', 'Espresso'], '€10.20')
  await chooseAct(card, 'Split…')
  const sheet = staff.getByRole('dialog', { name: 'Split €10.20' })
  await expect(sheet).toContainText('2 pay €5.10 each')
  for (let parts = 2; parts < 7; parts += 1) {
    await sheet.getByRole('button', { name: 'One part more' }).click()
  }
  await expect(sheet).toContainText('5 pay €1.46 each, 2 pay €1.45 each')
  await sheet.getByRole('textbox', { name: 'How many parts' }).fill('3')
  await expect(partsOf(sheet)).toHaveText([
    'Part 1 of 3€3.40',
    'Part 2 of 3€3.40',
    'Part 3 of 3€3.40',
  ])
  await expect(orderCard(staff, 1), 'nothing is sent before').toContainText('€10.20')
  await sheet.getByRole('button', { name: 'Split into 3' }).click()

  for (const number of [1, 2, 3]) {
    await expect(orderCard(staff, number)).toContainText(`Part ${number} of 3`)
    await expect(orderCard(staff, number)).toContainText('Asked')
    await expect(orderCard(staff, number)).toContainText('€3.40')
  }
  const second = 'TABLE1, part 2 of 3 · 1 × Share of 1 × Latte, 1 × Honey cake, 1 × Espresso'
  await pay(phone, second, '€3.40')
  await orderCard(staff, 2).getByRole('button', { name: 'Confirm €3.40' }).click(inNewsTime)
  await expect(orderCard(staff, 2)).toContainText('Money received')
  await expect(bill(phone, second)).toContainText('Paid')
  await expect(phone.getByRole('button', { name: 'Pay €3.40' })).toHaveCount(2)
  await expect(tile(staff, 'TABLE1', 'Open, .*unpaid 6.80, received 3.40')).toBeVisible()
})

test('a bill is split by lines, and each part is its own', async ({
  staffPage: staff,
  guestAt,
}) => {
  const phone = await guestAt('TABLE2')
  await staff.goto('/')
  await openTable(staff, 'TABLE2', 'Waiting')
  const card = await askToPay(staff, ['Latte', 'Latte', 'Honey cake'], '€11.50')
  await chooseAct(card, 'Split…')
  const sheet = staff.getByRole('dialog', { name: 'Split €11.50' })
  await sheet.getByRole('button', { name: 'By lines' }).click()
  const send = sheet.getByRole('button', { name: 'Split into 2' })
  await expect(send).toBeDisabled()
  await expect(sheet).toContainText('leave something on this one')
  await sheet.getByRole('button', { name: 'One more Latte goes' }).click()
  await sheet.getByRole('button', { name: 'One more Honey cake goes' }).click()
  await expect(partsOf(sheet)).toHaveText([
    'Part 1 of 2€3.501 × Latte',
    'Part 2 of 2€8.001 × Latte, 1 × Honey cake',
  ])
  await send.click()

  await expect(orderCard(staff, 1)).toContainText('Part 1 of 2')
  await expect(orderCard(staff, 2)).toContainText('Part 2 of 2')
  await pay(phone, 'TABLE2, part 2 of 2 · 1 × Latte, 1 × Honey cake', '€8.00')
  await expect(bill(phone, 'TABLE2, part 1 of 2 · 1 × Latte')).toContainText('€3.50')
})

test('a part is taken in cash at once, and the rest is paid in the app', async ({
  staffPage: staff,
  guestAt,
}) => {
  const phone = await guestAt('TABLE3')
  await staff.goto('/')
  await openTable(staff, 'TABLE3', 'Waiting')
  const card = await askToPay(staff, ['Chicken Kyiv'], '€11.50')
  await chooseAct(card, 'Split…')
  const sheet = staff.getByRole('dialog', { name: 'Split €11.50' })
  await sheet.getByRole('button', { name: 'An amount' }).click()
  const send = sheet.getByRole('button', { name: 'Split into 2' })
  const amount = sheet.getByRole('textbox', { name: 'Amount' })
  await amount.fill('11.50')
  await expect(sheet).toContainText('Enter an amount such as 3.50, less than €11.50.')
  await expect(send).toBeDisabled()
  await amount.fill('5')
  await sheet.getByRole('button', { name: 'Now, in cash' }).click()
  await expect(partsOf(sheet)).toHaveText(['Part 1 of 2€6.50', 'Part 2 of 2 · taken in cash€5.00'])
  await send.click()

  await expect(orderCard(staff, 2)).toContainText('Taken in cash')
  await expect(orderCard(staff, 2)).toContainText('€5.00')
  await expect(phone.getByRole('button', { name: 'Pay €5.00' })).toHaveCount(0)
  await pay(phone, 'TABLE3, part 1 of 2 · 1 × Share of 1 × Chicken Kyiv', '€6.50')
  await orderCard(staff, 1).getByRole('button', { name: 'Confirm €6.50' }).click(inNewsTime)
  await expect(tile(staff, 'TABLE3', 'Money received, .*11.50')).toBeVisible()
})

test('a split whose answer was lost is found out after a reload, and done once', async ({
  staffPage: staff,
  sandbox,
}) => {
  const spotId = await sandbox.scan('guest of TABLE8', 'TABLE8')
  await staff.goto('/')
  await openTable(staff, 'TABLE8', 'Waiting')
  const card = await askToPay(staff, ['Latte'], '€3.50')
  // It reaches Spotboard and is done; only the answer never comes back to the screen.
  await staff.route(
    '**/split',
    async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
  await chooseAct(card, 'Split…')
  await staff.getByRole('dialog').getByRole('button', { name: 'Split into 2' }).click()
  await expect(card).toContainText('The split went out, but no answer came.')
  await staff.reload()
  await expect(card).toContainText('The split went out, but no answer came.')
  await card.getByRole('button', { name: 'Find out' }).click()
  await expect(card.getByRole('button', { name: 'Find out' })).toHaveCount(0)
  await expect(orderCard(staff, 2)).toContainText('Part 2 of 2')
  await expect(staff.getByRole('article')).toHaveCount(2)
  const offers = await offersAt(sandbox, spotId)
  expect(offers.map(({ priceMinor }) => priceMinor)).toEqual([175, 175])
})

test('an order that somebody else has changed is not split as it was', async ({
  staffPage: staff,
  managerPage: manager,
  sandbox,
}) => {
  await sandbox.scan('guest of TABLE9', 'TABLE9')
  await staff.goto('/')
  await openTable(staff, 'TABLE9', 'Waiting')
  const card = await askToPay(staff, ['Latte'], '€3.50')
  await manager.goto('/')
  await openTable(manager, 'TABLE9', 'Open')
  // The change is made in the very moment in which the split is on its way.
  await staff.route('**/split', async (route) => {
    await orderCard(manager, 1).getByRole('link', { name: 'Change' }).click()
    await manager.getByRole('button', { name: 'One more Latte' }).click()
    await manager.getByRole('button', { name: 'Ask guest to pay €7.00' }).click()
    await expect(orderCard(manager, 1)).toContainText('€7.00')
    await route.continue()
  })
  await chooseAct(card, 'Split…')
  await staff.getByRole('dialog').getByRole('button', { name: 'Split into 2' }).click()
  await expect(card).toContainText(
    'Somebody changed this order before your tap arrived. Nothing was done.',
  )
  await expect(card).toContainText('€7.00')
  await expect(staff.getByRole('article')).toHaveCount(1)
})

function partsOf(sheet: Locator): Locator {
  return sheet.getByRole('list', { name: 'What comes of it' }).getByRole('listitem')
}
