import type { Locator, Page } from '@playwright/test'
import { address } from '#contract/address.ts'
import { bill, pay } from './people/guest.ts'
import { askToPay, inNewsTime, openTable, tile } from './people/staff.ts'
import { expect, testWith } from './people/test.ts'
import { payments } from './people/wallet-state.ts'
import type { SandboxControl } from './fixtures/sandbox-control.ts'

/** Settings hold for the whole house, so these tests have one of their own. */
const test = testWith(
  { WALLET_CALLS_PER_MINUTE: '2000', WALLET_CALLS_PER_HOUR: '50000' },
  { rateLimit: false },
)

test('one tap of a manager deletes; undo within the time costs no call, and the guest can still pay', async ({
  managerPage: manager,
  guestAt,
  sandbox,
}) => {
  const phone = await guestAt('TABLE1')
  await manager.goto('/')
  await openTable(manager, 'TABLE1', 'Waiting')
  const card = await askToPay(manager, ['Latte'], '€3.50')
  const before = await writesOf(sandbox)

  await deleteIn(card)
  await expect(manager.getByRole('dialog')).toHaveCount(0)
  await expect(card).toContainText('About to be deleted')
  await expect(countdown(card)).toHaveText(/^Will be deleted in [1-8] s$/)
  await expect(tile(manager, 'TABLE1', 'Open, .*unpaid 3.50')).toBeVisible()
  await card.getByRole('button', { name: 'Undo' }).click()
  await expect(card).toContainText('Asked')
  await expect(countdown(card)).toHaveCount(0)
  await expect(card.getByRole('button', { name: 'Delete' })).toBeEnabled()
  expect(await writesOf(sandbox)).toEqual(before)
  await pay(phone, 'TABLE1 · 1 × Latte', '€3.50')
})

test('"Delete now" takes the order from the guest at once', async ({
  managerPage: manager,
  guestAt,
}) => {
  const phone = await guestAt('TABLE2')
  await manager.goto('/')
  await openTable(manager, 'TABLE2', 'Waiting')
  const card = await askToPay(manager, ['Latte'], '€3.50')
  await deleteIn(card)
  await card.getByRole('button', { name: 'Delete now' }).click()
  await expect(card).toContainText('Deleted')
  await expect(phone.getByRole('button', { name: 'Pay €3.50' })).toBeHidden()
})

test('when the time is up the order is deleted, on every screen; a second person sees the countdown and can undo', async ({
  managerPage: manager,
  pageOf,
  guestAt,
}) => {
  const phone = await guestAt('TABLE3')
  await manager.goto('/')
  await openTable(manager, 'TABLE3', 'Waiting')
  const card = await askToPay(manager, ['Latte'], '€3.50')
  const other = await pageOf('staff')
  await other.goto(new URL(manager.url()).pathname)
  const seen = other.getByRole('article', { name: 'Order 1' })
  await deleteIn(card)
  await expect(countdown(seen)).toBeVisible()
  await seen.getByRole('button', { name: 'Undo' }).click()
  await expect(card).toContainText('Asked')

  await deleteIn(card)
  await expect(seen).toContainText('Deleted', { timeout: 15_000 })
  await expect(card).toContainText('Deleted')
  await expect(phone.getByRole('button', { name: 'Pay €3.50' })).toBeHidden()
})

for (const name of ['Undo', 'Delete now']) {
  test(`when the time is up under a keyboard that stands on "${name}", it stays at the order`, async ({
    managerPage: manager,
    guestAt,
  }) => {
    const table = name === 'Undo' ? 'TABLE5' : 'TABLE6'
    await guestAt(table)
    await manager.goto('/')
    await openTable(manager, table, 'Waiting')
    const card = await askToPay(manager, ['Latte'], '€3.50')
    await deleteIn(card)
    await card.getByRole('button', { name }).focus()
    await expect(card).toContainText('Deleted', { timeout: 15_000 })
    await expect(card).toBeFocused()
  })
}

test('the end of a countdown does not fetch back a keyboard that has left the order', async ({
  managerPage: manager,
  guestAt,
}) => {
  await guestAt('TABLE7')
  await manager.goto('/')
  await openTable(manager, 'TABLE7', 'Waiting')
  const card = await askToPay(manager, ['Latte'], '€3.50')
  await deleteIn(card)
  await card.getByRole('button', { name: 'Undo' }).focus()
  await card.getByRole('button', { name: 'Undo' }).blur()
  await expect(card).toContainText('Deleted', { timeout: 15_000 })
  await expect(tile(manager, 'TABLE7', /Open, \d+ s$/)).toBeVisible()
  await expect(card).not.toBeFocused()
})

test('a guest who pays within the time wins: the deletion is dropped, and the card says so', async ({
  managerPage: manager,
  guestAt,
}) => {
  const phone = await guestAt('TABLE4')
  await manager.goto('/')
  expect(await undoFor(manager, 60)).toBe(200)
  await openTable(manager, 'TABLE4', 'Waiting')
  const card = await askToPay(manager, ['Latte'], '€3.50')
  await deleteIn(card)
  await expect(countdown(card)).toBeVisible()
  await pay(phone, 'TABLE4 · 1 × Latte', '€3.50')
  await expect(card).toContainText(
    'The guest paid before the order was deleted, so it stays.',
    inNewsTime,
  )
  await card.getByRole('button', { name: 'Confirm €3.50' }).click()
  await expect(card).toContainText('Money received')
  await expect(bill(phone, 'TABLE4 · 1 × Latte')).toContainText('Paid')
  expect(await undoFor(manager, 8)).toBe(200)
})

test('staff say why before they delete, and can undo it as well', async ({
  staffPage: staff,
  guestAt,
}) => {
  const phone = await guestAt('BAR1')
  await staff.goto('/')
  await openTable(staff, 'BAR1', 'Waiting')
  const card = await askToPay(staff, ['Latte'], '€3.50')
  await deleteIn(card)
  const sheet = staff.getByRole('dialog', { name: 'Delete the order of €3.50?' })
  await expect(sheet.getByRole('button', { name: 'Delete' })).toBeDisabled()
  await sheet.getByRole('button', { name: 'Typed wrong' }).click()
  await sheet.getByRole('button', { name: 'Delete' }).click()
  await card.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(card).toContainText('Asked')
  await expect(phone.getByRole('button', { name: 'Pay €3.50' })).toBeVisible()
})

test('a manager sets the time to undo; with 0 Spotboard asks first, since it cannot be undone', async ({
  managerPage: manager,
  staffPage: staff,
  guestAt,
  sandbox,
}) => {
  await manager.goto('/')
  await manager.getByRole('button', { name: 'Rasa Manager, your account' }).click()
  await manager.getByRole('link', { name: 'Settings' }).click()
  const field = manager.getByRole('textbox', { name: 'Seconds to undo' })
  await expect(field).toHaveValue('8')
  const save = manager.getByRole('button', { name: 'Save', exact: true })
  await field.fill('61')
  await save.click()
  await expect(manager.getByText('Enter a whole number from 0 to 60.')).toBeVisible()
  await field.fill('0')
  await save.click()
  await expect(manager.getByRole('status')).toContainText(['Saved. It holds from now on.'])

  const phone = await guestAt('BAR2')
  await manager.getByRole('link', { name: 'Back to the floor' }).click()
  await openTable(manager, 'BAR2', 'Waiting')
  const card = await askToPay(manager, ['Latte'], '€3.50')
  await deleteIn(card)
  const sheet = manager.getByRole('dialog', { name: 'Delete the order of €3.50?' })
  await expect(sheet).toContainText('This cannot be undone.')
  await sheet.getByRole('button', { name: 'Delete' }).click()
  await expect(card).toContainText('Deleted')
  await expect(phone.getByRole('button', { name: 'Pay €3.50' })).toBeHidden()
  expect((await payments(sandbox)).at(-1)).toEqual([350, 'deleted'])
  expect(await undoFor(manager, 8)).toBe(200)

  await staff.goto('/settings')
  await expect(staff.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  expect(await undoFor(staff, 1)).toBe(403)
})

function deleteIn(card: Locator): Promise<void> {
  return card.getByRole('button', { name: 'Delete', exact: true }).click()
}

function countdown(card: Locator): Locator {
  return card.getByRole('timer')
}

/** Saves the time to undo without a page of its own, and answers with which status. */
async function undoFor(person: Page, undoSeconds: number): Promise<number> {
  const headers = { origin: new URL(person.url()).origin }
  const answer = await person.request.put(address.settings, { data: { undoSeconds }, headers })
  return answer.status()
}

/** How often the wallet was asked to change something. */
async function writesOf(sandbox: SandboxControl): Promise<number> {
  const log = await sandbox.read('log')
  if (!Array.isArray(log)) throw new Error('the sandbox keeps no log')
  return log.filter(({ method }) => method !== 'GET').length
}
