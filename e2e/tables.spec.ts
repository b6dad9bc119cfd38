import { addSeries, area, editTable, namesIn, openRegister } from './people/register.ts'
import { askToPay, inNewsTime, openTable, tile } from './people/staff.ts'
import { expect, testUncounted } from './people/test.ts'

/** A house of its own: with its first table, whatever is in no register becomes a stranger. */
const test = testUncounted()

test('a manager without a register takes over what Paysera shows in one step', async ({
  managerPage: page,
  sandbox,
}) => {
  await sandbox.scan('somebody', 'BAR\u202e9')
  await page.goto('/')
  await expect(tile(page, 'BAR⟪202E⟫9', 'Waiting')).toBeVisible(inNewsTime)
  await page.getByRole('button', { name: 'Rasa Manager, your account' }).click()
  await page.getByRole('link', { name: 'Tables' }).click()
  await expect(page.getByText('No table is registered yet')).toBeVisible()
  await page.getByRole('button', { name: /^Take over the \d+ tables that Paysera shows$/ }).click()
  const sheet = page.getByRole('dialog', { name: 'Take over from Paysera' })
  await expect(sheet.getByRole('checkbox', { name: 'TABLE1', exact: true })).toBeChecked()
  const hostile = sheet.getByRole('checkbox', { name: /^BAR⟪202E⟫9/ })
  await expect(hostile).toBeDisabled()
  await expect(sheet.getByText('Its code holds unseen')).toBeVisible()
  await expect(sheet.getByText('The first tables of')).toBeVisible()
  await expect(sheet.getByText('that is 1 code: BAR⟪202E⟫9')).toBeVisible()
  await sheet.getByRole('checkbox', { name: 'BAR1', exact: true }).uncheck()
  await expect(sheet.getByText('these are 2 codes: ')).toBeVisible()
  await sheet.getByRole('checkbox', { name: 'BAR1', exact: true }).check()
  await sheet.getByRole('button', { name: /^Take over \d+ tables$/ }).click()
  await expect(page.getByText(/^\d+ tables added\.$/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Edit TABLE1', exact: true })).toBeVisible()
})

test('a series is seen before it is added, and what is there already is left alone', async ({
  managerPage: page,
}) => {
  await openRegister(page)
  await addSeries(page, 'S', 2, 'Salon')
  await expect(namesIn(page, 'Salon')).toHaveText(['S1', 'S2'])
  await page.getByRole('button', { name: 'Add a series' }).click()
  const sheet = page.getByRole('dialog', { name: 'Add a series of tables' })
  await sheet.getByRole('textbox', { name: 'Begins with' }).fill('s')
  await expect(sheet.getByText('larger and harder to scan')).toBeHidden()
  await sheet.getByRole('textbox', { name: 'Last number' }).fill('4')
  await expect(sheet.getByText('larger and harder to scan')).toContainText('than that of S4')
  await expect(sheet.getByText('2 tables will be added:')).toBeVisible()
  await expect(sheet.getByRole('listitem')).toHaveText(['s3', 's4'])
  await expect(sheet.getByText('There already, and left as they are: S1, S2')).toBeVisible()
  await sheet.getByRole('combobox', { name: 'Numbers' }).selectOption('01, 02, 03')
  await expect(sheet.getByText('4 tables will be added:')).toBeVisible()
  await sheet.getByRole('textbox', { name: 'First number' }).fill('9')
  await expect(sheet.getByRole('alert')).toContainText('Enter whole numbers')
  await expect(sheet.getByRole('button', { name: 'Add 0 tables' })).toBeDisabled()
})

test('a table is renamed, moved, given a new code, put out of service, retired and brought back', async ({
  managerPage: page,
  staffPage: staff,
  sandbox,
}) => {
  await openRegister(page)
  await addSeries(page, 'R', 3, 'Roof')
  let sheet = await editTable(page, 'R1')
  await sheet.getByRole('textbox', { name: 'Name' }).fill('Chimney')
  await sheet.getByRole('textbox', { name: 'Seats' }).fill('4')
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(namesIn(page, 'Roof')).toHaveText(['ChimneyR1 · 4 seats', 'R2', 'R3'])

  await page.getByRole('checkbox', { name: 'Choose Chimney' }).check()
  await page.getByRole('checkbox', { name: 'Choose R3' }).check()
  await page.getByRole('button', { name: 'Move to another area' }).click()
  await page.getByRole('combobox', { name: 'Area' }).fill('Attic')
  await page.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(namesIn(page, 'Attic')).toHaveText(['ChimneyR1 · 4 seats', 'R3'])
  await area(page, 'Attic').getByRole('button', { name: 'Move R3 up' }).click()
  await expect(namesIn(page, 'Attic')).toHaveText(['R3', 'ChimneyR1 · 4 seats'])

  await sandbox.scan('guest of R1', 'r1')
  await staff.goto('/')
  await openTable(staff, 'Chimney', 'Waiting')
  await askToPay(staff, ['Latte'], '€3.50')
  await staff.goto('/unsettled')
  await expect(staff.getByRole('link', { name: /^Chimney/ })).toBeVisible()

  await page.getByRole('switch', { name: 'R3 out of service', exact: true }).click()
  await expect(page.getByRole('switch', { name: 'R3 out of service', exact: true })).toBeChecked()
  sheet = await editTable(page, 'R3')
  await sheet.getByRole('textbox', { name: 'Code says' }).fill('R3 NEW')
  await expect(
    sheet.getByText('The printed code says R3. It will be an unregistered one'),
  ).toBeVisible()
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(area(page, 'Attic')).toContainText('R3 NEW')

  sheet = await editTable(page, 'R2')
  await sheet.getByRole('button', { name: 'Retire this table' }).click()
  await expect(page.getByText('R2 is retired.')).toBeVisible()
  await expect(area(page, 'Roof')).toBeHidden()

  await page.getByRole('button', { name: 'Add a table' }).click()
  const adding = page.getByRole('dialog', { name: 'Add a table' })
  await adding.getByRole('textbox', { name: 'Code says' }).fill('r2')
  await adding.getByRole('button', { name: 'Add it' }).click()
  await expect(adding.getByRole('alert')).toContainText('R2 has the code R2 and is retired')
  await adding.getByRole('textbox', { name: 'Code says' }).fill('R3')
  await adding.getByRole('button', { name: 'Add it' }).click()
  await expect(adding.getByRole('alert')).toContainText('Old codes of R3 say this.')
  await adding.getByRole('textbox', { name: 'Code says' }).fill('R2')
  await adding.getByRole('button', { name: 'Add it' }).click()
  await adding.getByRole('button', { name: 'Bring back R2' }).click()
  await expect(adding).toBeHidden()
  await expect(namesIn(page, 'Roof')).toHaveText(['R2'])
})

test('of two managers the second one sees both versions and chooses', async ({ pageOf }) => {
  const [one, other] = [await pageOf('manager'), await pageOf('manager')]
  await openRegister(one)
  await addSeries(one, 'C', 3, 'Court')
  await openRegister(other)
  const slow = await editTable(other, 'C1')
  await slow.getByRole('textbox', { name: 'Name' }).fill('Fountain')
  const quick = await editTable(one, 'C1')
  await quick.getByRole('textbox', { name: 'Name' }).fill('Well')
  await quick.getByRole('textbox', { name: 'Seats' }).fill('6')
  await quick.getByRole('button', { name: 'Save' }).click()
  await expect(quick).toBeHidden()
  await slow.getByRole('button', { name: 'Save' }).click()
  const clash = other.getByRole('dialog', { name: 'Another manager changed this meanwhile' })
  const saved = clash.getByRole('region', { name: 'What is saved now' })
  await expect(saved.getByRole('listitem')).toHaveText(['Name: Well', 'Seats: 6'])
  const mine = clash.getByRole('region', { name: 'What you were saving' })
  await expect(mine.getByRole('listitem')).toHaveText(['Name: Fountain'])
  await clash.getByRole('button', { name: 'Save mine over it' }).click()
  await expect(namesIn(other, 'Court').first()).toHaveText('FountainC1 · 6 seats')

  // The first one's page still shows what it has saved itself.
  await one.getByRole('button', { name: 'Move C3 up' }).click()
  const order = one.getByRole('dialog', { name: 'Another manager changed this meanwhile' })
  await expect(order.getByRole('region', { name: 'Your order' })).toContainText('Fountain, C3, C2')
  await order.getByRole('button', { name: 'Save mine over it' }).click()
  await expect(namesIn(one, 'Court')).toHaveText(['FountainC1 · 6 seats', 'C3', 'C2'])
})

test('staff cannot open the register', async ({ staffPage: staff }) => {
  const page = await staff.goto('/tables')
  expect(page?.status()).toBe(404)
  await staff.goto('/')
  await staff.getByRole('button', { name: 'Jonas Staff, your account' }).click()
  await expect(staff.getByRole('button', { name: 'Sign out' })).toBeVisible()
  await expect(staff.getByRole('link', { name: 'Tables' })).toHaveCount(0)
})
