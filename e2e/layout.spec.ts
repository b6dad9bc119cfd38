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

test('on a phone of 360 px nothing sticks out, and everything can be hit with a thumb', async ({
  pageOf,
  sandbox,
}) => {
  const name = 'TERRACE6'
  await sandbox.scan('ona', name)
  const page = await pageOf('manager', {
    viewport: { width: 360, height: 640 },
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
  await expect(page.getByRole('button', { name: /^Ask guest to pay/ })).toBeInViewport({ ratio: 1 })
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
  await expect(page.getByRole('link', { name: /^TERRACE6/ })).toBeVisible()
  await fits()
  await page.goto('/settings')
  await expect(page.getByRole('button', { name: 'Save' })).toBeVisible()
  await fits()
  await page.goto('/menu')
  await expect(page.getByRole('button', { name: 'Edit Latte' })).toBeVisible()
  await fits()
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
  await page.getByRole('button', { name: /^Waiting/ }).click()
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
