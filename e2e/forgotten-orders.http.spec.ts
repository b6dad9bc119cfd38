import { address } from '#contract/address.ts'
import { Order } from '#contract/order.ts'
import { SpotDetail } from '#contract/spot.ts'
import type { SandboxControl } from './fixtures/sandbox-control.ts'
import { draft } from './http/calls.ts'
import { freshKey, ifMatch, type Person } from './http/person.ts'
import { read, readProblem } from './http/read-answer.ts'
import { expect, test } from './http/test.ts'
import { payableKeys, walletState } from './http/wallet-state.ts'

test.use({ expectedErrors: /the wallet refused an act/ })

/** The wallet answers about an order and its transaction as if it had never heard of them. */
async function forget(sandbox: SandboxControl, order: Order): Promise<void> {
  const path = `/(order/${order.walletOrderId}|transaction/${order.transactionKey})(/|$)`
  const body = JSON.stringify({ error: 'not_found' })
  const answer = { kind: 'status_before', status: 404, body }
  await sandbox.control('faults', { match: { path }, times: 1000, ...answer })
}

function edit(staff: Person, { id }: Order, amountMinor: number) {
  const headers = { ...freshKey(), ...ifMatch(1) }
  return staff.ask('PUT', address.order(id), { body: draft(amountMinor), headers })
}

test('an order that the wallet has forgotten is not edited, but can be deleted, settled and closed', async ({
  sandbox,
  staff,
  manager,
  visit,
  order,
}) => {
  const [deleted, settled, ended] = [await order(100), await order(200), await order(300)]
  for (const one of [deleted, settled, ended]) await forget(sandbox, one)

  const refused = readProblem(await edit(staff, deleted, 400), 502, 'wallet_refused')
  expect(refused.walletCode).toBe('not_found')
  const confirmed = await staff.ask('POST', address.confirmOrder(settled.id), {
    headers: ifMatch(1),
  })
  expect(readProblem(confirmed, 502, 'wallet_refused').walletCode).toBe('not_found')
  const atSpot = await staff.ask('GET', address.spot(visit.spotId))
  expect(read(atSpot, 200, SpotDetail).orders).toEqual([deleted, settled, ended])

  const gone = await manager.ask('DELETE', address.order(deleted.id), { headers: ifMatch(1) })
  expect(read(gone, 200, Order).closedAs).toBe('deleted')
  const cash = { body: { with: 'cash' } }
  const paid = await staff.ask('POST', address.settleOrder(settled.id), cash)
  expect(read(paid, 200, Order)).toMatchObject({ closedAs: 'settled', settledWith: 'cash' })
  const closing = { body: { endsUnpaid: true } }
  const closed = await manager.ask('POST', address.closeSpot(visit.spotId), closing)
  expect(read(closed, 200, SpotDetail).status).toBe('closed')
})

test('an edit that the wallet refuses ends, also where merchants may not read orders', async ({
  sandbox,
  staff,
  visit,
  order,
}) => {
  const before = await order(700)
  const answer = {
    kind: 'status_before',
    status: 403,
    body: JSON.stringify({ error: 'forbidden' }),
  }
  for (const method of ['PUT', 'GET']) {
    const path = `/order/${before.walletOrderId}$`
    await sandbox.control('faults', { match: { method, path }, times: 1, ...answer })
  }
  readProblem(await edit(staff, before, 800), 502, 'wallet_refused')
  const atSpot = await staff.ask('GET', address.spot(visit.spotId))
  expect(read(atSpot, 200, SpotDetail).orders).toEqual([before])
  expect(payableKeys(await walletState(sandbox), visit.spotId)).toEqual([before.transactionKey])
  expect(read(await edit(staff, before, 900), 200, Order).totalMinor).toBe(900)
})
