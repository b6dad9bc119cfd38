import { bill, pay } from './people/guest.ts'
import { askToPay, inNewsTime, openTable, orderCard, startOrder, tile } from './people/staff.ts'
import { expect, test } from './people/test.ts'

const hostile = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(2)</script>',
  '=1+1',
  'javascript:alert(3)',
  '{{7*7}}${7*7}',
]

test('whatever somebody types into a code is only ever text', async ({
  managerPage: manager,
  guestAt,
  sandbox,
}) => {
  const alerts: string[] = []
  const requests: string[] = []
  manager.on('dialog', (dialog) => alerts.push(dialog.message()))
  manager.on('request', (request) => requests.push(request.url()))
  for (const [number, name] of hostile.entries()) await sandbox.scan(`stranger ${number}`, name)
  await manager.goto('/')
  for (const name of hostile)
    await expect(tile(manager, literal(name), 'Waiting')).toBeVisible(inNewsTime)

  const [name = ''] = hostile
  // Tiles that have just moved take no tap, but the keyboard is not held up.
  await tile(manager, literal(name)).press('Enter')
  await expect(manager.getByRole('heading', { level: 1 })).toHaveText(name)
  const card = await askToPay(manager, ['Latte'], '€3.50')
  await expect(card).toContainText('Latte')

  const phone = await guestAt(name)
  phone.on('dialog', (dialog) => alerts.push(dialog.message()))
  await pay(phone, `${name} · 1 × Latte`, '€3.50')
  await card.getByRole('button', { name: 'Confirm €3.50' }).click(inNewsTime)
  await expect(card).toContainText('Money received')
  await manager.getByRole('button', { name: 'Free the table' }).click()
  await expect(phone.getByRole('heading', { name: `The café closed ${name}` })).toBeVisible()

  expect(alerts).toEqual([])
  expect(requests.filter((url) => url.endsWith('/x'))).toEqual([])
})

test('characters that would deceive a reader are shown as what they are', async ({
  staffPage: staff,
  sandbox,
}) => {
  await sandbox.scan('backwards', 'TABLE1\u202E9')
  await staff.goto('/')
  await expect(tile(staff, 'TABLE1⟪202E⟫9', 'Waiting')).toBeVisible(inNewsTime)
  await expect(tile(staff, 'TABLE1', 'Free')).toBeVisible()
})

test('what staff write themselves is text too, on their screen and on the phone', async ({
  managerPage: manager,
  guestAt,
}) => {
  const title = '<b>Soup</b> & "salad"'
  const phone = await guestAt('TABLE12')
  await manager.goto('/')
  await openTable(manager, 'TABLE12', 'Waiting')
  await startOrder(manager)
  await manager.getByRole('button', { name: 'Other…' }).click()
  const sheet = manager.getByRole('dialog', { name: 'Something else' })
  await sheet.getByRole('textbox', { name: 'What is it?' }).fill(title)
  await sheet.getByRole('textbox', { name: 'Price' }).fill('6.40')
  await sheet.getByRole('button', { name: 'Put on the order' }).click()
  await manager.getByRole('button', { name: 'Ask guest to pay €6.40' }).click()
  await expect(orderCard(manager, 1)).toContainText(title)
  await expect(bill(phone, `TABLE12 · 1 × ${title}`)).toContainText('€6.40')
})

function literal(name: string): string {
  return name.replaceAll(/[$()*+./?[\\\]^{|}-]/g, String.raw`\$&`)
}
