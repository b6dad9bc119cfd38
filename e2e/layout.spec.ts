import { misfits } from './people/looks.ts'
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

const phones = [
  { width: 360, name: 'TERRACE6' },
  // A small phone, or one of 640 px whose page is zoomed to twice its size.
  { width: 320, name: 'TABLE10' },
]

for (const { width, name } of phones) {
  test(`on a phone of ${width} px nothing sticks out, and everything can be hit with a thumb`, async ({
    pageOf,
    sandbox,
  }) => {
    await sandbox.scan(`guest of ${name}`, name)
    const page = await pageOf('manager', {
      viewport: { width, height: 640 },
      hasTouch: true,
      isMobile: true,
    })
    const fits = async (): Promise<void> => {
      expect(await misfits(page), `what does not fit at ${page.url()}`).toEqual([])
    }

    await page.goto('/')
    await expect(tile(page, name, 'Waiting')).toBeVisible(inNewsTime)
    await fits()
    await expect(page.getByRole('button', { name: 'Rasa Manager, your account' })).toBeInViewport()
    await openTable(page, name, 'Waiting')
    await expect(page.getByRole('link', { name: 'New order' })).toBeInViewport({ ratio: 1 })
    await fits()
    await startOrder(page)
    await tapItems(page, ['Open rye sandwich, herring'])
    await expect(page.getByRole('button', { name: /^Ask guest to pay/ })).toBeInViewport({
      ratio: 1,
    })
    await fits()
    await page.getByRole('button', { name: '1 on the order' }).click()
    await page.getByRole('button', { name: 'One more Open rye sandwich, herring' }).click()
    await fits()
    await page.getByRole('button', { name: 'Ask guest to pay €13.80' }).click()
    await expect(orderCard(page, 1)).toContainText('Asked')
    await fits()
    await orderCard(page, 1).getByRole('button', { name: 'Cash or card' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await fits()
    await page.keyboard.press('Escape')
    await orderCard(page, 1).getByRole('button', { name: 'Delete' }).click()
    await expect(orderCard(page, 1).getByRole('button', { name: 'Undo' })).toBeVisible()
    await fits()
    await page.goto('/unsettled')
    await expect(page.getByRole('link', { name: new RegExp(`^${name}`) })).toBeVisible()
    await fits()
    await page.goto('/payments')
    await expect(page.getByText('Nothing is held')).toBeVisible()
    await fits()
    await page.goto('/settings')
    await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeVisible()
    await fits()
    await page.goto('/menu')
    await expect(page.getByRole('button', { name: 'Edit Latte' })).toBeVisible()
    await fits()
    await page.goto('/scan')
    await expect(page.getByRole('alert').getByRole('button', { name: 'Try again' })).toBeVisible()
    await fits()
    await page.goto('/tables/round')
    await expect(page.getByText('No tables are registered yet')).toBeVisible()
    await fits()
  })
}

test('on a small phone a held payment can be decided at once, however long the order is', async ({
  pageOf,
  guestAt,
}) => {
  const phone = await guestAt('TABLE9')
  const page = await pageOf('manager', { viewport: { width: 360, height: 640 } })
  await page.goto('/')
  await openTable(page, 'TABLE9', 'Waiting')
  const items = ['Latte', 'Espresso', 'Honey cake', 'Kvass', 'Apple pie', 'Garlic rye bread']
  await askToPay(page, items, '€22.40')
  await phone.getByRole('button', { name: 'Pay €22.40' }).click()
  await page.getByRole('link', { name: 'Back to the floor' }).click()
  await openTable(page, 'TABLE9', 'Payment held')
  await expect(page.getByRole('button', { name: 'Confirm €22.40' })).toBeInViewport({ ratio: 1 })
})

test('on a phone the search takes the place of the filters, and nothing below it moves', async ({
  pageOf,
}) => {
  const page = await pageOf('staff', { viewport: { width: 360, height: 640 } })
  await page.goto('/')
  const first = tile(page, 'TABLE12')
  await expect(first).toBeVisible()
  const find = page.getByRole('textbox', { name: 'Find table' })
  const filters = page.getByRole('group', { name: 'Show' })
  const before = await first.boundingBox()
  await find.click()
  await expect(filters).toBeHidden()
  expect(await first.boundingBox()).toEqual(before)
  await find.fill('table12')
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await find.blur()
  await expect(filters).toBeVisible()
})

test('a spot that opens beside the floor keeps its own tile in view', async ({
  staffPage: page,
}) => {
  await page.goto('/')
  for (const name of ['TERRACE6', 'TABLE12', 'BAR1']) {
    await tile(page, name).click()
    await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
    await expect(tile(page, name)).toBeInViewport({ ratio: 1 })
  }
})

test('thirty tables fit a screen of 1280 × 800 without scrolling', async ({
  managerPage: page,
  sandbox,
}) => {
  for (let number = 1; number <= 30; number += 1)
    await sandbox.scan(`g${number}`, `WINDOW${number}`)
  await page.goto('/')
  const places = page.getByRole('list', { name: 'Tables' }).getByRole('listitem')
  await expect(tile(page, 'WINDOW30', 'Waiting')).toBeVisible(inNewsTime)
  await page.getByRole('textbox', { name: 'Find table' }).fill('WINDOW')
  await expect(places).toHaveCount(30)
  for (const place of await places.all()) await expect(place).toBeInViewport({ ratio: 1 })
})

test('a screen reader hears who begins to wait and whose payment is held', async ({
  staffPage: page,
  guestAt,
}) => {
  await page.goto('/')
  await expect(tile(page, 'TABLE2', 'Free')).toBeVisible()
  const heard = page.locator('[aria-live=polite]').filter({ visible: true })
  const phone = await guestAt('TABLE2')
  await expect(heard).toHaveText('TABLE2 is waiting.', inNewsTime)

  await openTable(page, 'TABLE2', 'Waiting')
  await askToPay(page, ['Latte'], '€3.50')
  await phone.getByRole('button', { name: 'Pay €3.50' }).click()
  await expect(heard).toHaveText('TABLE2: payment of 3.50 held.', inNewsTime)
})

test('the signed-in name shows whole at every width', async ({ pageOf, sandbox }) => {
  await sandbox.scan('guest of TERRACE1', 'TERRACE1')
  const page = await pageOf('manager')
  await page.goto('/')
  await expect(page.getByRole('link', { name: / · next$/ }).first()).toBeVisible()
  for (const width of [600, 900, 1000, 1151, 1152, 1440]) {
    await page.setViewportSize({ width, height: 800 })
    const account = page.getByRole('button', { name: 'Rasa Manager, your account' })
    await expect(account, `at ${width} px`).toBeInViewport({ ratio: 1 })
  }
})
