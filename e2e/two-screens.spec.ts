import { askToPay, inNewsTime, openTable, orderCard, tapItems, tile } from './people/staff.ts'
import { expect, test } from './people/test.ts'
import { offersAt } from './people/wallet-state.ts'

test('what one person does appears on the screen of the other without a reload', async ({
  managerPage: manager,
  staffPage: staff,
  guestAt,
}) => {
  await guestAt('TABLE5')
  await staff.goto('/')
  await manager.goto('/')
  let reloads = 0
  manager.on('load', () => (reloads += 1))
  await openTable(staff, 'TABLE5', 'Waiting')
  await openTable(manager, 'TABLE5', 'Waiting')

  await askToPay(staff, ['Latte'], '€3.50')
  await expect(orderCard(manager, 1)).toContainText('1 ×Latte')
  await expect(tile(manager, 'TABLE5', 'Open, .*, unpaid 3.50')).toBeVisible()

  await askToPay(manager, ['Espresso'], '€2.20')
  await expect(orderCard(staff, 2)).toContainText('by Rasa Manager')
  await expect(tile(staff, 'TABLE5', 'Open, .*, unpaid 5.70')).toBeVisible()

  await orderCard(staff, 1).getByRole('button', { name: 'Cash or card' }).click()
  await staff.getByRole('dialog').getByRole('button', { name: 'Cash' }).click()
  await expect(orderCard(manager, 1)).toContainText('Taken in cash')
  expect(reloads).toBe(0)
})

test('of two people who change one order the second sees both versions, and nothing is lost', async ({
  managerPage: manager,
  staffPage: staff,
  sandbox,
}) => {
  const spotId = await sandbox.scan('guest of TABLE6', 'TABLE6')
  await staff.goto('/')
  await openTable(staff, 'TABLE6', 'Waiting')
  await askToPay(staff, ['Latte'], '€3.50')
  await manager.goto(`/spots/${spotId}`)

  for (const page of [staff, manager]) {
    await orderCard(page, 1).getByRole('link', { name: 'Change' }).click()
    await expect(page.getByRole('heading', { name: 'Change order' })).toBeVisible()
  }
  await tapItems(staff, ['Honey cake'])
  await tapItems(manager, ['Espresso'])
  await manager.getByRole('button', { name: 'Ask guest to pay €5.70' }).click()
  await expect(orderCard(manager, 1)).toContainText('€5.70')

  const choice = staff.getByRole('dialog', { name: 'Somebody else changed this order' })
  await expect(choice).toContainText('Yours1 ×Latte3.501 ×Honey cake4.50')
  await expect(choice).toContainText('Theirs, as it is now1 ×Latte3.501 ×Espresso2.20')
  await choice.getByRole('button', { name: 'Put both together' }).click()
  await staff.getByRole('button', { name: 'Ask guest to pay €10.20' }).click()

  for (const page of [staff, manager]) {
    for (const title of ['Latte', 'Espresso', 'Honey cake']) {
      await expect(orderCard(page, 1)).toContainText(`1 ×${title}`)
    }
  }
  await expect
    .poll(async () => (await offersAt(sandbox, spotId)).filter(isPayable))
    .toEqual([{ priceMinor: 1020, orderStatus: 'pending', transactionStatus: 'new' }])
})

test('a change that was sent on an outdated version is refused and shows both', async ({
  managerPage: manager,
  staffPage: staff,
  sandbox,
}) => {
  const spotId = await sandbox.scan('guest of TABLE7', 'TABLE7')
  await staff.goto('/')
  await openTable(staff, 'TABLE7', 'Waiting')
  await askToPay(staff, ['Latte'], '€3.50')
  await manager.goto(`/spots/${spotId}`)

  await orderCard(staff, 1).getByRole('link', { name: 'Change' }).click()
  await tapItems(staff, ['Honey cake'])
  // From here on this screen hears nothing of what others do.
  await staff.route(`**/api/spots/${spotId}`, (route) => route.abort())
  await orderCard(manager, 1).getByRole('link', { name: 'Change' }).click()
  await tapItems(manager, ['Espresso'])
  await manager.getByRole('button', { name: 'Ask guest to pay €5.70' }).click()
  await expect(orderCard(manager, 1)).toContainText('€5.70')

  const answer = staff.waitForResponse((response) => response.request().method() === 'PUT')
  await staff.getByRole('button', { name: 'Ask guest to pay €8.00' }).click()
  expect((await answer).status()).toBe(412)
  const choice = staff.getByRole('dialog', { name: 'Somebody else changed this order' })
  await choice.getByRole('button', { name: 'Use theirs' }).click()
  await expect(staff.getByRole('button', { name: 'One more Espresso' })).toBeVisible(inNewsTime)
  await expect(staff.getByRole('button', { name: 'One more Honey cake' })).toBeHidden()
})

function isPayable({ orderStatus }: { orderStatus: string }): boolean {
  return orderStatus === 'pending'
}

test('a table that is closed and opened again at once is read again', async ({
  staffPage: staff,
  sandbox,
}) => {
  const spotId = await sandbox.scan('guest of TABLE8', 'TABLE8')
  await staff.goto('/')
  await openTable(staff, 'TABLE8', 'Waiting')
  await staff.keyboard.press('Escape')
  await expect(staff.getByRole('heading', { level: 1 })).toHaveCount(0)
  const reading = staff.waitForRequest(`**/api/spots/${spotId}`)
  await tile(staff, 'TABLE8', 'Waiting').press('Enter')
  await reading
  await expect(staff.getByRole('heading', { level: 1, name: 'TABLE8' })).toBeVisible()
})
