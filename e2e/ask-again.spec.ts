import type { Page } from '@playwright/test'
import { bill, pay } from './people/guest.ts'
import { askToPay, inNewsTime, openTable, orderCard } from './people/staff.ts'
import { expect, testWith } from './people/test.ts'
import { offersAt } from './people/wallet-state.ts'
import type { SandboxControl } from './fixtures/sandbox-control.ts'
import { address } from '#contract/address.ts'
import { SpotDetail } from '#contract/spot.ts'

/** These guests refuse and are refused, so their tables are nobody else's. */
const test = testWith(
  { WALLET_CALLS_PER_MINUTE: '2000', WALLET_CALLS_PER_HOUR: '50000' },
  { rateLimit: false },
)

test('what the guest refused is asked again with one tap, or changed and asked again, on the same order', async ({
  staffPage: staff,
  guestAt,
  sandbox,
}) => {
  const phone = await guestAt('TABLE1')
  await staff.goto('/')
  await openTable(staff, 'TABLE1', 'Waiting')
  const card = await askToPay(staff, ['Latte'], '€3.50')
  await refuseAtPhone(staff, sandbox, 'TABLE1')
  await expect(card).toContainText('Refused by the guest', inNewsTime)
  await card.getByRole('button', { name: 'Ask again' }).click()
  await expect(card).toContainText('Asked')
  await expect(phone.getByRole('button', { name: 'Pay €3.50' })).toHaveCount(1)

  await refuseAtPhone(staff, sandbox, 'TABLE1')
  await expect(card).toContainText('Refused by the guest', inNewsTime)
  await card.getByRole('link', { name: 'Change and ask again' }).click()
  await staff.getByRole('button', { name: 'One more Latte' }).click()
  await staff.getByRole('button', { name: 'Ask guest to pay €7.00' }).click()
  await expect(card).toContainText('€7.00')
  await expect(card).toContainText('Asked')
  await expect(staff.getByRole('article')).toHaveCount(1)
  await pay(phone, 'TABLE1 · 2 × Latte', '€7.00')
})

test('law 2: "Ask again" whose first attempt brought no answer goes out under the same intent, and asks once', async ({
  staffPage: staff,
  guestAt,
  sandbox,
}) => {
  const phone = await guestAt('TABLE2')
  await staff.goto('/')
  const spotId = await openedTable(staff, 'TABLE2')
  const card = await askToPay(staff, ['Latte'], '€3.50')
  await refuseAtPhone(staff, sandbox, 'TABLE2')
  await expect(card).toContainText('Refused by the guest', inNewsTime)

  const intents: string[] = []
  await staff.route('**/offer', async (route) => {
    intents.push(route.request().headers()['idempotency-key'] ?? '')
    if (intents.length > 1) return route.fallback()
    await route.abort('connectionreset')
  })
  await card.getByRole('button', { name: 'Ask again' }).click()
  await expect(card.getByRole('alert')).toContainText('No answer came')
  await staff.reload()
  await card.getByRole('button', { name: 'Ask again' }).click()
  await expect(card).toContainText('Asked')
  expect(intents).toHaveLength(2)
  expect(new Set(intents).size).toBe(1)
  await expect(phone.getByRole('button', { name: 'Pay €3.50' })).toHaveCount(1)
  const payable = (await offersAt(sandbox, spotId)).filter(
    ({ transactionStatus }) => transactionStatus === 'new',
  )
  expect(payable).toHaveLength(1)
})

test('a manager changes a held order in one act: the payment is declined first, and the guest is asked anew', async ({
  managerPage: manager,
  pageOf,
  guestAt,
  sandbox,
}) => {
  const phone = await guestAt('TABLE3')
  await manager.goto('/')
  const spotId = await openedTable(manager, 'TABLE3')
  const card = await askToPay(manager, ['Latte'], '€3.50')
  await pay(phone, 'TABLE3 · 1 × Latte', '€3.50')
  const change = card.getByRole('link', { name: 'Change the order…' })
  await expect(change).toBeVisible(inNewsTime)

  const staff = await pageOf('staff')
  await staff.goto(`/spots/${spotId}`)
  const seen = orderCard(staff, 1)
  await expect(seen).toContainText(
    'To change this order, a manager has to decline the payment first.',
  )
  await expect(seen.getByRole('link', { name: 'Change the order…' })).toHaveCount(0)
  await staff.goto(String(await change.getAttribute('href')))
  await expect(staff.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()

  await change.click()
  await expect(manager.getByText(/declines that payment first/)).toBeVisible()
  await manager.getByRole('button', { name: 'One more Latte' }).click()
  await manager.getByRole('button', { name: 'Decline and ask for €7.00' }).click()
  await expect(card).toContainText('Asked')
  await expect(card).toContainText('€7.00')
  await expect(bill(phone, 'TABLE3 · 1 × Latte')).toContainText('your money is back')
  await expect(phone.getByRole('button', { name: 'Pay €7.00' })).toHaveCount(1)
  expect(
    (await offersAt(sandbox, spotId)).map((offer) => [offer.priceMinor, offer.transactionStatus]),
  ).toEqual([
    [350, 'revoked'],
    [700, 'new'],
  ])
})

test('taken in cash while Paysera is away, and paid in the app as well: staff call a manager, who declines', async ({
  staffPage: staff,
  managerPage: manager,
  guestAt,
  sandbox,
}) => {
  const phone = await guestAt('TABLE4')
  await staff.goto('/')
  const spotId = await openedTable(staff, 'TABLE4')
  const card = await askToPay(staff, ['Latte'], '€3.50')
  const key = await keyAt(staff, spotId)
  await sandbox.control('faults', {
    match: { method: 'GET', path: `/transaction/${key}` },
    times: 6,
    kind: 'reset_before',
  })
  await card.getByRole('button', { name: 'Cash or card' }).click()
  await staff.getByRole('dialog').getByRole('button', { name: 'Cash' }).click()
  await expect(card).toContainText('Taken in cash. The guest can still pay it in the app')
  await sandbox.control('reserve', { guest: 'guest of TABLE4', transactionKey: key })
  await expect(card).toContainText('Call a manager to decline the held payment.', inNewsTime)
  await expect(card.getByRole('button', { name: /^Confirm/ })).toHaveCount(0)

  await manager.goto(`/spots/${spotId}`)
  const seen = orderCard(manager, 1)
  await expect(seen).toContainText('Taken in cash, and the guest also paid in the app.')
  await seen.getByRole('button', { name: 'Decline' }).click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Decline the payment' }).click()
  await expect(card).toContainText('Taken in cash')
  await expect(card).not.toContainText('also paid')
  await expect(bill(phone, 'TABLE4 · 1 × Latte')).toContainText('your money is back')
})

async function openedTable(page: Page, name: string): Promise<number> {
  await openTable(page, name, 'Waiting')
  return Number(new URL(page.url()).pathname.replace('/spots/', ''))
}

async function keyAt(page: Page, spotId: number): Promise<string> {
  const answer = await page.request.get(address.spot(spotId))
  return SpotDetail.parse(await answer.json()).orders.at(-1)?.transactionKey ?? ''
}

/** The guest refuses the order that was asked last at the table that is open. */
async function refuseAtPhone(page: Page, sandbox: SandboxControl, table: string): Promise<void> {
  const spotId = Number(new URL(page.url()).pathname.replace('/spots/', ''))
  const transactionKey = await keyAt(page, spotId)
  await sandbox.control('reject', { guest: `guest of ${table}`, transactionKey })
}
