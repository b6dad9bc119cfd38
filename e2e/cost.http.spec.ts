import { expect, test } from '@playwright/test'
import { address } from '#contract/address.ts'
import { Order } from '#contract/order.ts'
import { accounts } from './fixtures/sign-in.ts'
import { draft } from './http/calls.ts'
import { freshKey, signIn } from './http/person.ts'
import { openHouse } from './http/processes.ts'
import { read } from './http/read-answer.ts'
import { beginVisit } from './http/test.ts'
import { walletState, writesOf } from './http/wallet-state.ts'

test('law 8: a new order costs two writing calls at the wallet, and the same one asked again none', async () => {
  const { wallet, dashboard, discard } = await openHouse()
  try {
    const staff = await signIn(dashboard.baseURL, accounts.staff)
    const { spotId } = await beginVisit(wallet)
    for (let orders = 1; orders <= 3; orders += 1) {
      const asking = { body: draft(700), headers: freshKey() }
      for (const time of ['first', 'second']) {
        read(await staff.ask('POST', address.spotOrders(spotId), asking), 201, Order)
        expect(writesOf(await walletState(wallet)), time).toEqual({
          'POST /rest/v1/transaction': orders,
          'POST /rest/v1/spot/:id/order': orders,
        })
      }
    }
  } finally {
    await discard()
  }
})
