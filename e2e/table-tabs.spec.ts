import type { Page } from '@playwright/test'
import { pay } from './people/guest.ts'
import { inNewsTime, openTable, orderCard, stillOpen, tapItems, tile } from './people/staff.ts'
import { registerTable } from './people/tables.ts'
import { expect, testUncounted } from './people/test.ts'

const test = testUncounted()

async function openUnscanned(page: Page, name: string): Promise<void> {
  await tile(page, name).click(inNewsTime)
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
}

/** Keeps these items on the tab of the table that is open. */
async function keepTab(page: Page, titles: readonly string[], total: string): Promise<void> {
  await page.getByRole('link', { name: /^(Keep a tab|Change)$/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /tab/i })).toBeVisible()
  await tapItems(page, titles)
  await page.getByRole('button', { name: `Keep ${total} on the tab` }).click()
  await expect(page.getByRole('region', { name: 'Tab' })).toContainText(total)
}

test('a tab is kept before anybody scans, and comes before the guest in two taps from the floor', async ({
  staffPage: staff,
  managerPage: manager,
  managerState,
  product,
  sandbox,
  browser,
}) => {
  const tableId = await registerTable(product.baseURL, managerState, 'WINDOW 1')
  await staff.goto('/')
  await openUnscanned(staff, 'WINDOW 1')
  await expect(staff).toHaveURL(`/tables/${tableId}`)
  await expect(staff.getByText('Nobody has scanned this table’s code so far.')).toBeVisible()
  await keepTab(staff, ['Latte', 'Honey cake'], '€8.00')
  await manager.goto('/')
  await expect(tile(manager, 'WINDOW 1', 'On a tab, tab 8.00')).toBeVisible()
  await expect(stillOpen(manager, 1)).toBeVisible()
  await staff.getByRole('link', { name: 'Back to the floor' }).click()

  const phone = await (await browser.newContext()).newPage()
  await sandbox.scan('guest at the window', 'WINDOW 1')
  await phone.goto(`${product.sandboxURL}/?guest=guest%20at%20the%20window`)
  await expect(tile(staff, 'WINDOW 1', 'Waiting, .*, tab 8.00')).toBeVisible(inNewsTime)
  await expect(phone.getByRole('article')).toHaveCount(0)

  await tile(staff, 'WINDOW 1', 'Waiting').click()
  await staff.getByRole('button', { name: 'Ask guest to pay €8.00' }).click()
  await expect(orderCard(staff, 1)).toContainText('Asked')
  await expect(staff.getByRole('region', { name: 'Tab' })).toHaveCount(0)
  await pay(phone, 'WINDOW 1 · 1 × Latte, 1 × Honey cake', '€8.00')
  await orderCard(staff, 1).getByRole('button', { name: 'Confirm €8.00' }).click(inNewsTime)
  await expect(orderCard(staff, 1)).toContainText('Money received')
  await manager.goto(`/tables/${tableId}`)
  await expect(manager).toHaveURL(/\/spots\/\d+$/)
  await phone.context().close()
})

test('a tab is paid in cash at a table that nobody has scanned', async ({
  staffPage: staff,
  managerPage: manager,
  managerState,
  product,
}) => {
  await registerTable(product.baseURL, managerState, 'WINDOW 2')
  await staff.goto('/')
  await openUnscanned(staff, 'WINDOW 2')
  await keepTab(staff, ['Latte'], '€3.50')
  await staff.getByRole('button', { name: 'Cash or card' }).click()
  await staff.getByRole('dialog').getByRole('button', { name: 'Cash' }).click()
  await expect(staff.getByRole('link', { name: 'Keep a tab' })).toBeVisible()
  await expect(tile(staff, 'WINDOW 2', 'Free')).toBeVisible()
  await manager.goto('/day')
  await expect(manager.getByText('€3.50').first()).toBeVisible()
})

test('of two people who change one tab the second sees both versions, and nothing is lost', async ({
  staffPage: staff,
  managerPage: manager,
  managerState,
  product,
}) => {
  const tableId = await registerTable(product.baseURL, managerState, 'WINDOW 3')
  for (const page of [staff, manager]) {
    await page.goto(`/tables/${tableId}`)
    await page.getByRole('link', { name: 'Keep a tab' }).click()
    await expect(page.getByRole('heading', { name: 'New tab' })).toBeVisible()
  }
  await tapItems(staff, ['Honey cake'])
  await tapItems(manager, ['Espresso'])
  await manager.getByRole('button', { name: 'Keep €2.20 on the tab' }).click()
  await expect(manager.getByRole('region', { name: 'Tab' })).toContainText('€2.20')

  const choice = staff.getByRole('dialog', { name: 'Somebody else changed this tab' })
  await expect(choice).toContainText('Yours1 ×Honey cake4.50')
  await expect(choice).toContainText('Theirs, as it is now1 ×Espresso2.20')
  await choice.getByRole('button', { name: 'Put both together' }).click()
  await staff.getByRole('button', { name: 'Keep €6.70 on the tab' }).click()
  await expect(manager.getByRole('region', { name: 'Tab' })).toContainText('€6.70')
})

test('law 7: "nobody here" three times suggests a new code', async ({
  staffPage: staff,
  managerPage: manager,
  managerState,
  product,
  sandbox,
}) => {
  await registerTable(product.baseURL, managerState, 'CORNER')
  await staff.goto('/')
  for (const times of [1, 2, 3]) {
    await sandbox.scan(`somebody at home ${times}`, 'CORNER')
    await openTable(staff, 'CORNER', 'Waiting')
    await expect(staff.getByText('Nobody was here')).toHaveCount(0)
    await staff.getByRole('button', { name: 'Nobody here', exact: true }).click()
    await staff.getByRole('dialog').getByRole('button', { name: 'Nobody here, free it' }).click()
    await expect(tile(staff, 'CORNER', 'Free')).toBeVisible()
  }
  await tile(staff, 'CORNER').click()
  await expect(staff.getByText('Nobody was here 3 times today')).toBeVisible()
  await expect(staff.getByText('Tell a manager.')).toBeVisible()
  await manager.goto('/')
  await tile(manager, 'CORNER').click(inNewsTime)
  await expect(manager.getByRole('link', { name: 'Give it a new code' })).toHaveAttribute(
    'href',
    '/tables',
  )
})

test('law 6: a table out of service says so, and who checks in there is seen all the same', async ({
  staffPage: staff,
  managerPage: manager,
  managerState,
  product,
  sandbox,
}) => {
  const tableId = await registerTable(product.baseURL, managerState, 'BENCH')
  await staff.goto(`/tables/${tableId}`)
  await expect(staff.getByRole('link', { name: 'Keep a tab' })).toBeVisible()
  await expect(staff.getByRole('switch', { name: 'Out of service' })).toHaveCount(0)
  await manager.goto(`/tables/${tableId}`)
  const rest = manager.getByRole('switch', { name: 'Out of service' })
  await rest.click()
  await expect(rest).toBeChecked()
  await expect(tile(staff, 'BENCH', 'Out of service')).toBeVisible()
  await sandbox.scan('guest on the bench', 'BENCH')
  await expect(tile(staff, 'BENCH', 'Waiting, .*, out of service')).toBeVisible(inNewsTime)
  await expect(manager).toHaveURL(/\/spots\/\d+$/)
  await rest.click()
  await expect(tile(staff, 'BENCH', /Waiting, [\d a-z]+$/)).toBeVisible()
})

test('number jump, search and keyboard reach a table that nobody has scanned', async ({
  staffPage: staff,
  managerState,
  product,
}) => {
  const tableId = await registerTable(product.baseURL, managerState, 'ALCOVE 77')
  await staff.goto('/')
  await expect(tile(staff, 'ALCOVE 77')).toBeVisible(inNewsTime)
  await staff.getByRole('textbox', { name: 'Find table' }).fill('77')
  await staff.keyboard.press('Enter')
  await expect(staff).toHaveURL(`/tables/${tableId}`)
  await expect(staff.getByRole('heading', { level: 1, name: 'ALCOVE 77' })).toBeFocused()
  await staff.keyboard.press('Escape')
  await expect(staff).toHaveURL('/')
  await expect(tile(staff, 'ALCOVE 77')).toBeFocused()
  await staff.keyboard.press('Enter')
  await expect(staff).toHaveURL(`/tables/${tableId}`)
})
