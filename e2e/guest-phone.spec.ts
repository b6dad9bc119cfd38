import { address } from '#contract/address.ts'
import { draft } from './http/calls.ts'
import { freshKey } from './http/person.ts'
import { expect, test } from './people/test.ts'

test('what comes up next on a guest’s phone is seen from its beginning', async ({
  guestAt,
  pageOf,
  product,
  sandbox,
}) => {
  const phone = await guestAt('TERRACE2')
  const spotId = await sandbox.scan('a friend of the guest', 'TERRACE2')
  const { request } = await pageOf('staff')
  for (const amountMinor of [100, 200, 300, 400]) {
    const headers = { ...freshKey(), origin: product.baseURL }
    const answer = await request.post(address.spotOrders(spotId), {
      data: draft(amountMinor),
      headers,
    })
    expect(answer.ok()).toBe(true)
  }
  const last = phone.getByRole('article').last()
  await expect(last).toContainText('€4.00')
  await last.getByRole('button', { name: 'Refuse' }).click()
  await expect(last).toContainText('You refused to pay this')
  await phone.getByRole('button', { name: 'Leave table' }).click()
  await expect(phone.getByRole('heading', { name: 'You left TERRACE2' })).toBeInViewport()
})
