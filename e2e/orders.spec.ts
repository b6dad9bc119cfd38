import { bill, pay } from './people/guest.ts'
import {
  askToPay,
  inNewsTime,
  openTable,
  orderCard,
  startOrder,
  tapItems,
  tile,
} from './people/staff.ts'
import { expect, test } from './people/test.ts'
import { offersAt } from './people/wallet-state.ts'

test('an order that somebody began survives a reload, and is offered again later', async ({
  staffPage: staff,
  sandbox,
}) => {
  const spotId = await sandbox.scan('guest of BAR1', 'BAR1')
  await staff.clock.install()
  await staff.goto('/')
  await openTable(staff, 'BAR1', 'Waiting')
  await startOrder(staff)
  await tapItems(staff, ['Latte', 'Latte', 'Kvass'])
  await staff.getByRole('button', { name: 'Add a note' }).click()
  await staff.getByRole('textbox', { name: 'Note' }).fill('no sugar')

  await staff.reload()
  await expect(staff.getByRole('textbox', { name: 'How many Latte' })).toHaveValue('2')
  await expect(staff.getByRole('textbox', { name: 'How many Kvass' })).toHaveValue('1')
  await expect(staff.getByRole('textbox', { name: 'Note' })).toHaveValue('no sugar')
  await expect(staff.getByRole('button', { name: 'Ask guest to pay €9.80' })).toBeEnabled()

  await staff.getByRole('link', { name: 'Back to BAR1' }).click()
  await expect(
    staff.getByText('An order of 3 items, 9.80, was begun on this device. Nobody was asked yet.'),
  ).toBeVisible()
  await staff.clock.fastForward('10:00')
  await staff.getByRole('link', { name: 'Continue it' }).click()
  await expect(staff.getByText('Begun 10 min ago, and nobody was asked yet.')).toBeVisible()
  await staff.getByRole('button', { name: 'Start afresh' }).click()
  await expect(staff.getByText('Tap what the guest wants.')).toBeVisible()
  expect(await offersAt(sandbox, spotId)).toEqual([])
})

test('a double click on "Ask guest to pay" makes one order', async ({
  staffPage: staff,
  sandbox,
}) => {
  const spotId = await sandbox.scan('guest of BAR2', 'BAR2')
  await sandbox.control('settings', { latencyMs: 300 })
  await staff.goto('/')
  await openTable(staff, 'BAR2', 'Waiting')
  await startOrder(staff)
  await tapItems(staff, ['Latte'])
  await staff.getByRole('button', { name: 'Ask guest to pay €3.50' }).dblclick()
  await expect(orderCard(staff, 1)).toContainText('Asked')
  await sandbox.control('settings', { latencyMs: 0 })
  expect(await offersAt(sandbox, spotId)).toHaveLength(1)
  await expect(staff.getByRole('article')).toHaveCount(1)
})

test('a manager declines a held payment, and the guest has the money back', async ({
  managerPage: manager,
  guestAt,
}) => {
  const phone = await guestAt('BAR3')
  await manager.goto('/')
  await openTable(manager, 'BAR3', 'Waiting')
  const card = await askToPay(manager, ['Apple pie'], '€4.20')
  await pay(phone, 'BAR3 · 1 × Apple pie', '€4.20')

  await card.getByRole('button', { name: 'Decline' }).click(inNewsTime)
  const sheet = manager.getByRole('dialog', { name: 'Decline the payment of €4.20?' })
  await expect(sheet).toContainText('The guest gets the held money back and you receive nothing.')
  await sheet.getByRole('button', { name: 'Decline the payment' }).click()
  await expect(card).toContainText('Declined')
  await expect(bill(phone, 'BAR3 · 1 × Apple pie')).toContainText('your money is back')
})

test('staff may not decline: there is no such button, and the server refuses', async ({
  staffPage: staff,
  guestAt,
}) => {
  const phone = await guestAt('BAR4')
  await staff.goto('/')
  await openTable(staff, 'BAR4', 'Waiting')
  const card = await askToPay(staff, ['Kvass'], '€2.80')
  const editor = await card.getByRole('link', { name: 'Change' }).getAttribute('href')
  const orderId = String(editor).replace(/^.*\//, '')
  await pay(phone, 'BAR4 · 1 × Kvass', '€2.80')
  await expect(card.getByRole('button', { name: 'Confirm €2.80' })).toBeEnabled(inNewsTime)
  await expect(staff.getByRole('button', { name: 'Decline' })).toHaveCount(0)

  const refusal = await staff.evaluate(async (id) => {
    const answer = await fetch(`/api/orders/${id}/decline`, { method: 'POST' })
    return { status: answer.status, problem: await answer.json() }
  }, orderId)
  expect(refusal).toMatchObject({ status: 403, problem: { code: 'forbidden' } })
  await expect(bill(phone, 'BAR4 · 1 × Kvass')).toContainText('Payment held')
})

test('what is taken in cash can no longer be paid in the app', async ({
  staffPage: staff,
  guestAt,
}) => {
  const phone = await guestAt('TERRACE1')
  await staff.goto('/')
  await openTable(staff, 'TERRACE1', 'Waiting')
  const card = await askToPay(staff, ['Espresso'], '€2.20')
  await expect(phone.getByRole('button', { name: 'Pay €2.20' })).toBeVisible()

  await card.getByRole('button', { name: 'Cash or card' }).click()
  const sheet = staff.getByRole('dialog', { name: 'How was €2.20 paid?' })
  await sheet.getByRole('button', { name: 'Cash' }).click()
  await expect(card).toContainText('Taken in cash')
  await expect(phone.getByRole('button', { name: 'Pay €2.20' })).toBeHidden()
  await expect(tile(staff, 'TERRACE1', 'Money received')).toBeVisible()
})

test('freeing a table says first what it ends, and then ends it', async ({
  managerPage: manager,
  guestAt,
}) => {
  const phone = await guestAt('TERRACE2')
  await manager.goto('/')
  await openTable(manager, 'TERRACE2', 'Waiting')
  await askToPay(manager, ['Latte'], '€3.50')

  const free = manager.getByRole('button', { name: 'Free the table' })
  const sheet = manager.getByRole('dialog', { name: 'TERRACE2 has something unpaid' })
  await free.click()
  await expect(sheet).toContainText('the guest can no longer pay it in the app')
  await expect(sheet.getByRole('listitem')).toHaveText(/^Order 1 · Asked.*€3\.50/)
  await sheet.getByRole('button', { name: 'Keep the table' }).click()
  await expect(phone.getByRole('button', { name: 'Pay €3.50' })).toBeVisible()

  await free.click()
  await sheet.getByRole('button', { name: 'Free and end this' }).click()
  await expect(tile(manager, 'TERRACE2', 'Free')).toBeVisible()
  await expect(phone.getByRole('heading', { name: 'The café closed TERRACE2' })).toBeVisible()
})

test('only a manager ends what is unpaid', async ({ staffPage: staff, sandbox }) => {
  await sandbox.scan('guest of TERRACE3', 'TERRACE3')
  await staff.goto('/')
  await openTable(staff, 'TERRACE3', 'Waiting')
  await askToPay(staff, ['Latte'], '€3.50')
  await staff.getByRole('button', { name: 'Free the table' }).click()
  const sheet = staff.getByRole('dialog', { name: 'TERRACE3 has something unpaid' })
  await expect(sheet).toContainText('Only a manager can free a table with something unpaid.')
  await expect(sheet.getByRole('button', { name: 'Free and end this' })).toHaveCount(0)
})
