import type { RunningProduct } from './fixtures/running-product.ts'
import { z } from 'zod'
import { address } from '#contract/address.ts'
import { Order } from '#contract/order.ts'
import { draft } from './http/calls.ts'
import { freshKey, ifMatch } from './http/person.ts'
import { openHouse, type House } from './http/processes.ts'
import { looksOf, misfits, namelessControls } from './people/looks.ts'
import { tapOnceSteady } from './people/tap-once-steady.ts'
import { expect, test as onProduct } from './people/test.ts'

/** The comparison begins anew with each start, so the dashboard starts again after the wallet was changed. */
const test = onProduct.extend<object, { house: House; product: RunningProduct }>({
  house: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const house = await openHouse()
      await use(house)
      await house.discard()
    },
    { scope: 'worker' },
  ],
  product: [
    async ({ house: { dashboard, wallet, dataDir } }, use) => {
      await use({
        baseURL: dashboard.baseURL,
        sandboxURL: wallet.url,
        dataDir,
        log: dashboard.log,
        stop: async () => {
          await dashboard.crash()
          return { code: null, signal: 'SIGKILL' }
        },
        restart: dashboard.start,
      })
    },
    { scope: 'worker' },
  ],
})

test('what Paysera and the book say differently is an alarm on every screen until somebody settles it', async ({
  staffPage: staff,
  managerPage: manager,
  house: { dashboard },
  sandbox,
  product,
}) => {
  const origin = product.baseURL
  const ask = async (path: string, data: object, headers: object = {}) => {
    const answer = await manager.request.post(path, { data, headers: { origin, ...headers } })
    return z.parse(Order, await answer.json())
  }
  const order = async (name: string) => {
    const body = { ...draft(1290), name }
    return ask(address.counterOrders, body, freshKey())
  }
  const paid = await order('Milda')
  const transactionKey = paid.transactionKey ?? ''
  await sandbox.control('reserve', { guest: 'passer-by', transactionKey })
  await ask(address.confirmOrder(paid.id), {}, ifMatch(1))
  const lost = await order('Tomas')
  await ask(address.settleOrder(lost.id), { with: 'cash' })
  await sandbox.control('force', { transactionKey, priceMinor: 1000 })
  await sandbox.control('force', {
    transactionKey: lost.transactionKey ?? '',
    status: 'confirmed',
  })
  await dashboard.crash()
  await dashboard.start()

  await staff.goto('/')
  const alarm = '2 payments are not the same at Paysera and here'
  await staff.getByRole('link', { name: alarm }).click({ timeout: 30_000 })
  const cards = staff.getByRole('region', { name: 'Paysera and the book differ' })
  await expect(cards.getByRole('article')).toHaveCount(2)
  await expect(cards.getByText('A manager decides about this.')).toHaveCount(2)

  await manager.goto('/unsettled')
  const other = manager.getByRole('article', { name: /^Paysera received another amount/ })
  await expect(other).toContainText('€12.90')
  await expect(other).toContainText('€10.00')
  for (const [width, colorScheme] of [
    [360, 'light'],
    [820, 'dark'],
    [1440, 'light'],
  ] as const) {
    await manager.setViewportSize({ width, height: 800 })
    await manager.emulateMedia({ colorScheme })
    expect(await namelessControls(manager)).toEqual([])
    expect((await looksOf(manager)).faint).toEqual([])
    expect(await misfits(manager)).toEqual([])
  }
  await tapOnceSteady(other.getByRole('button', { name: 'Explain' }), () =>
    expect(manager.getByRole('dialog')).toBeVisible({ timeout: 1000 }),
  )
  await manager.getByRole('dialog').getByLabel('Reason').fill('Given back at the till')
  await manager.getByRole('button', { name: 'Keep the reason' }).click()
  await expect(other).toContainText('Explained by Rasa Manager: Given back at the till')

  const received = manager.getByRole('article', { name: /^Paysera received this money/ })
  await tapOnceSteady(received.getByRole('button', { name: 'Record as received' }), () =>
    expect(received).toContainText('Recorded as received', { timeout: 1000 }),
  )
  await expect(received).toContainText('Recorded as received by Rasa Manager')
  await expect(manager.getByRole('link', { name: /not the same at Paysera/ })).toBeHidden()
  await expect(staff.getByRole('link', { name: /not the same at Paysera/ })).toBeHidden()
})
