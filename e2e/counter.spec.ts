import type { Page } from '@playwright/test'
import { z } from 'zod'
import { address } from '#contract/address.ts'
import { Order } from '#contract/order.ts'
import { draft } from './http/calls.ts'
import { freshKey } from './http/person.ts'
import { bill, pay } from './people/guest.ts'
import { looksOf, misfits, namelessControls } from './people/looks.ts'
import { readCode } from './people/read-code.ts'
import { inNewsTime, orderCard, stillOpen, tapItems, tile } from './people/staff.ts'
import { expect, test as onProduct } from './people/test.ts'

const test = onProduct.extend<{ phone: Page }>({
  phone: async ({ browser, product }, use) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const phone = await context.newPage()
    await phone.goto(`${product.sandboxURL}/?guest=passer-by`)
    await use(phone)
    await context.close()
  },
})

async function enterCode(phone: Page, code: string): Promise<void> {
  await phone.getByLabel('Or enter any code').fill(code)
  await phone.getByRole('button', { name: 'Scan', exact: true }).click()
}

const codeOn = (page: Page) =>
  page.getByRole('dialog').getByRole('img', { name: /^Code with which/ })

test('a guest without a table scans the code on our screen and pays, and the screen follows by itself', async ({
  staffPage: page,
  phone,
}) => {
  await page.goto('/')
  await page.getByRole('button', { name: /your account$/ }).click()
  await page.getByRole('link', { name: 'Counter' }).click()
  await page.getByLabel('Name or number').fill('Milda')
  await page.getByRole('button', { name: 'New order' }).click()
  await tapItems(page, ['Latte', 'Honey cake'])
  await page.getByRole('button', { name: 'Ask guest to pay €8.00' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Milda' })).toBeVisible()
  await expect(orderCard(page, 1)).toContainText('Asked')

  await page.getByRole('button', { name: 'Show to the guest' }).click()
  const screen = page.getByRole('dialog', { name: 'Milda' })
  await expect(screen).toContainText('€8.00')
  const code = await readCode(page, codeOn(page))
  expect(code).toMatch(/^PAYSERA%\w+$/)

  await enterCode(phone, code ?? '')
  await pay(phone, 'Milda · 1 × Latte, 1 × Honey cake', '€8.00')
  await expect(screen).toContainText('Your payment is held', inNewsTime)
  await expect(codeOn(page)).toBeHidden()
  await screen.getByRole('button', { name: 'Back to work' }).click()
  await orderCard(page, 1).getByRole('button', { name: 'Confirm €8.00' }).click()
  await expect(orderCard(page, 1)).toContainText('Money received')
  await expect(bill(phone, 'Milda · 1 × Latte, 1 × Honey cake')).toContainText('Paid')
})

test('another screen shows the guest that the money was received', async ({
  staffPage: page,
  managerPage: desk,
  phone,
  product,
}) => {
  const headers = { ...freshKey(), origin: product.baseURL }
  const data = { ...draft(450), name: 'Tomas' }
  const answer = await page.request.post(address.counterOrders, { data, headers })
  const { spotId, transactionKey } = z.parse(Order, await answer.json())
  await page.goto(`/counter/${-spotId}`)
  await page.getByRole('button', { name: 'Show to the guest' }).click()
  await enterCode(phone, `https://paysera.com/app?qr=PAYSERA%25${transactionKey}`)
  await pay(phone, 'Tomas · 1 × Latte', '€4.50')

  await desk.goto('/')
  await expect(stillOpen(desk, 1)).toBeVisible()
  await tile(desk, 'Tomas', 'Payment held').click(inNewsTime)
  await orderCard(desk, 1).getByRole('button', { name: 'Confirm €4.50' }).click()
  await expect(page.getByRole('dialog')).toContainText('Paid. Thank you!')
  await desk.goto('/counter')
  await expect(desk.getByRole('list', { name: 'Done in the last hour' })).toContainText('Tomas')
  await desk.goto('/')
  await expect(tile(desk, 'Tomas')).toBeHidden()
  await desk.goto('/payments')
  await desk.getByRole('list', { name: 'Today' }).getByRole('link', { name: 'Tomas' }).click()
  await expect(desk.getByRole('heading', { name: 'Tomas' })).toBeVisible()
})

for (const width of [360, 820, 1440]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`at ${width} px in ${colorScheme} colours the code is read from the screen, and everything fits`, async ({
      pageOf,
      product,
    }) => {
      const page = await pageOf('manager', {
        viewport: { width, height: width < 600 ? 740 : 900 },
        colorScheme,
      })
      const name = `Guest ${width} ${colorScheme}`
      const headers = { ...freshKey(), origin: product.baseURL }
      const data = { ...draft(1290), name }
      const answer = await page.request.post(address.counterOrders, { data, headers })
      const { spotId, transactionKey, id } = z.parse(Order, await answer.json())
      const check = async (): Promise<void> => {
        expect(await namelessControls(page), 'controls without a name').toEqual([])
        expect((await looksOf(page)).faint, 'faint text').toEqual([])
        expect(await misfits(page), 'what does not fit').toEqual([])
      }

      await page.goto('/counter')
      await expect(page.getByRole('link', { name: new RegExp(name) })).toBeVisible()
      await check()
      await page.goto(`/counter/${-spotId}`)
      const small = page.getByRole('img', { name: /^Code with which/ })
      expect(await readCode(page, small)).toBe(`PAYSERA%${transactionKey}`)
      await check()
      await page.getByRole('button', { name: 'Show to the guest' }).click()
      expect(await readCode(page, codeOn(page))).toBe(`PAYSERA%${transactionKey}`)
      await expect(codeOn(page)).toBeInViewport({ ratio: 1 })
      await check()
      await page.keyboard.press('Escape')
      const gone = await page.request.post(address.settleOrder(id), {
        data: { with: 'cash' },
        headers: { origin: product.baseURL },
      })
      expect(gone.ok()).toBe(true)
      await expect(small).toBeHidden()
    })
  }
}
