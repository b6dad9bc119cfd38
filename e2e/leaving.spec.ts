import { address } from '#contract/address.ts'
import { askToPay, openTable, tile } from './people/staff.ts'
import { expect, testUncounted } from './people/test.ts'

const test = testUncounted()

/** A table is seen closed when the open ones are read, which is less often than who waits. */
const seenClosed = { timeout: 70_000 }

test('guests who left unpaid: still here shows the code, moved takes all of it along, gone is an alarm', async ({
  staffPage: staff,
  pageOf,
  sandbox,
}) => {
  test.slow()
  await sandbox.scan('leaver', 'TABLE1')
  await staff.goto('/')
  await openTable(staff, 'TABLE1', 'Waiting')
  await askToPay(staff, ['Latte'], '€3.50')
  await sandbox.scan('leaver', 'TABLE2')
  const left = staff.getByRole('region', { name: 'The guest has left the app' })
  await expect(left).toContainText('€3.50 unpaid', seenClosed)
  await expect(tile(staff, 'TABLE1', 'Left the app')).toBeVisible()
  await expect(staff.getByRole('navigation', { name: 'Needs you' })).not.toContainText('TABLE1')

  await left.getByRole('button', { name: 'Still here' }).click()
  await expect(left.getByRole('img', { name: /^Code with which .* pays €3.50$/ })).toBeVisible()
  await expect(tile(staff, 'TABLE1', /Left the app,.*still here/)).toBeVisible()

  const manager = await pageOf('manager')
  await manager.goto(new URL(staff.url()).pathname)
  const seen = manager.getByRole('region', { name: 'The guest has left the app' })
  await expect(seen).toContainText('says that they are still here')
  await seen.getByRole('button', { name: 'Gone' }).click()
  await expect(left.getByRole('heading', { name: 'Gone without paying?' })).toBeVisible()
  await expect(staff.getByRole('navigation', { name: 'Needs you' })).toContainText('TABLE1 gone?')

  await left.getByRole('button', { name: 'Moved to TABLE2' }).click()
  await expect(left).toHaveCount(0)
  await expect(tile(staff, 'TABLE1', 'Free')).toBeVisible()
  await expect(tile(staff, 'TABLE2', 'Open, .*unpaid 3.50')).toBeVisible()
})

test('what is given up takes a reason, and then nobody is asked for it', async ({
  staffPage: staff,
  sandbox,
}) => {
  test.slow()
  await sandbox.scan('leaver 3', 'TABLE3')
  await staff.goto('/')
  await openTable(staff, 'TABLE3', 'Waiting')
  await askToPay(staff, ['Latte'], '€3.50')
  await sandbox.control('leave', { guest: 'leaver 3' })
  const left = staff.getByRole('region', { name: 'The guest has left the app' })
  await left.getByRole('button', { name: 'Gone' }).click(seenClosed)
  await left.getByRole('button', { name: 'Write off…' }).click()
  const sheet = staff.getByRole('dialog', { name: 'Write off €3.50?' })
  await expect(sheet.getByRole('button', { name: 'Write off' })).toBeDisabled()
  await sheet.getByRole('button', { name: 'Left without paying' }).click()
  await sheet.getByRole('button', { name: 'Write off' }).click()
  await expect(left).toHaveCount(0)
  await expect(tile(staff, 'TABLE3', 'Free')).toBeVisible()
})

test('a wallet that withdraws the order with the check-out hides nobody: they are asked about, and asked again once they are back', async ({
  staffPage: staff,
  sandbox,
}) => {
  test.slow()
  await sandbox.control('settings', { revokeOnClose: true })
  await sandbox.scan('leaver 6', 'TABLE6')
  await staff.goto('/')
  await openTable(staff, 'TABLE6', 'Waiting')
  await askToPay(staff, ['Latte'], '€3.50')
  await sandbox.control('leave', { guest: 'leaver 6' })
  const left = staff.getByRole('region', { name: 'The guest has left the app' })
  await expect(left).toContainText('Paysera withdrew €3.50', seenClosed)
  await expect(tile(staff, 'TABLE6', 'Left the app, .*unpaid 3.50')).toBeVisible()

  await sandbox.scan('leaver 6', 'TABLE6')
  await expect(tile(staff, 'TABLE6', 'Waiting')).toBeVisible(seenClosed)
  await staff.getByRole('button', { name: 'Ask again' }).click()
  await expect(left).toHaveCount(0)
  await expect(tile(staff, 'TABLE6', 'Open, .*unpaid 3.50')).toBeVisible()
  await sandbox.control('settings', { revokeOnClose: false })
})

test('the sheet that frees a table refuses while money is held, and the payment is decided right there', async ({
  managerPage: manager,
  sandbox,
}) => {
  const spotId = await sandbox.scan('payer', 'TABLE4')
  await manager.goto('/')
  await openTable(manager, 'TABLE4', 'Waiting')
  await askToPay(manager, ['Latte'], '€3.50')
  const { orders } = await (await manager.request.get(address.spot(spotId))).json()
  const { transactionKey } = orders[0]
  await sandbox.control('reserve', { guest: 'payer', transactionKey })

  await manager.getByRole('button', { name: 'Free the table' }).click()
  const sheet = manager.getByRole('dialog', { name: 'TABLE4 has a payment held' })
  await expect(sheet.getByRole('button', { name: /^Free/ })).toHaveCount(0)
  await expect(sheet.getByRole('button', { name: 'Decline' })).toBeEnabled()
  await sheet.getByRole('button', { name: 'Confirm €3.50' }).click()
  const done = manager.getByRole('dialog', { name: 'Nothing is open at TABLE4 any more' })
  await done.getByRole('button', { name: 'Free the table' }).click()
  await expect(tile(manager, 'TABLE4', 'Free')).toBeVisible()
})

test('a paid table counts down on its tile to free itself, and one tap of anybody keeps it', async ({
  managerPage: manager,
  pageOf,
  sandbox,
}) => {
  await sandbox.scan('payer 5', 'TABLE5')
  await manager.goto('/settings')
  const form = manager.getByRole('form', { name: 'Free a table by itself' })
  await form.getByRole('textbox', { name: 'Minutes' }).fill('5')
  await form.getByRole('button', { name: 'Set the time' }).click()
  await expect(form).toContainText('It holds from now on.')
  await manager.goto('/')
  await openTable(manager, 'TABLE5', 'Waiting')
  const card = await askToPay(manager, ['Latte'], '€3.50')
  await card.getByRole('button', { name: 'Cash or card' }).click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Cash' }).click()
  await expect(
    tile(manager, 'TABLE5', /Money received,.*to free.*by itself in 4 min/),
  ).toBeVisible()

  const staff = await pageOf('staff')
  await staff.goto(new URL(manager.url()).pathname)
  await staff.getByRole('button', { name: 'Keep it open' }).click()
  await expect(staff.getByRole('timer')).toHaveCount(0)
  await expect(manager.getByRole('timer')).toHaveCount(0)
  await expect(tile(manager, 'TABLE5', /Money received,.*to free$/)).toBeVisible()
})
