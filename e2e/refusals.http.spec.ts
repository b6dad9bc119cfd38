import { address } from '#contract/address.ts'
import { Order } from '#contract/order.ts'
import { SpotDetail } from '#contract/spot.ts'
import type { SandboxControl } from './fixtures/sandbox-control.ts'
import { draft } from './http/calls.ts'
import { freshKey, ifMatch, type Person } from './http/person.ts'
import { read, readProblem, type StrictProblem } from './http/read-answer.ts'
import type { Answer } from './http/send.ts'
import { expect, test, type Visit } from './http/test.ts'
import { hangingKeys, payableKeys, statusOf, walletState } from './http/wallet-state.ts'

test.use({ expectedErrors: /the wallet refused an act/ })

const words = { error: 'rights_not_granted', error_description: 'Ask Petras at +370 600 00000' }

function refuse(sandbox: SandboxControl, method: string, path: string): Promise<unknown> {
  return sandbox.control('faults', {
    match: { method, path },
    times: 1,
    kind: 'status_before',
    status: 403,
    body: JSON.stringify(words),
  })
}

/** The wallet's word goes on, its sentence does not (law 12). */
function readRefusal(answer: Answer): StrictProblem {
  const problem = readProblem(answer, 502, 'wallet_refused')
  expect(problem.walletCode).toBe(words.error)
  expect(answer.text).not.toContain('Petras')
  return problem
}

async function ordersAt(staff: Person, { spotId }: Visit): Promise<Order[]> {
  return read(await staff.ask('GET', address.spot(spotId)), 200, SpotDetail).orders
}

for (const [what, path] of [
  ['transaction', '/rest/v1/transaction$'],
  ['order', '/order$'],
] as const) {
  test(`an order whose ${what} the wallet refuses is not sent, and stands in nobody's way`, async ({
    sandbox,
    staff,
    visit,
  }) => {
    await refuse(sandbox, 'POST', path)
    const asking = { body: draft(700), headers: freshKey() }
    const orders = address.spotOrders(visit.spotId)
    const submit = () => staff.ask('POST', orders, asking)
    readRefusal(await submit())
    expect(await ordersAt(staff, visit)).toMatchObject([{ status: 'closed', closedAs: 'not_sent' }])
    expect(payableKeys(await walletState(sandbox), visit.spotId)).toEqual([])
    readRefusal(await submit())

    const again = { ...asking, headers: freshKey() }
    const { id } = read(await staff.ask('POST', orders, again), 201, Order)
    await staff.ask('POST', address.settleOrder(id), { body: { with: 'cash' } })
    read(await staff.ask('POST', address.closeSpot(visit.spotId)), 200, SpotDetail)
  })
}

for (const [what, method, path] of [
  ['new transaction', 'POST', '/rest/v1/transaction$'],
  ['change', 'PUT', '/order/'],
] as const) {
  test(`an edit whose ${what} the wallet refuses leaves the order as it was`, async ({
    sandbox,
    staff,
    visit,
    order,
  }) => {
    const before = await order(700)
    await refuse(sandbox, method, path)
    const edit = (amountMinor: number) =>
      staff.ask('PUT', address.order(before.id), {
        body: draft(amountMinor),
        headers: { ...freshKey(), ...ifMatch(1) },
      })
    readRefusal(await edit(800))
    expect(await ordersAt(staff, visit)).toEqual([before])
    expect(payableKeys(await walletState(sandbox), visit.spotId)).toEqual([before.transactionKey])

    const edited = read(await edit(900), 200, Order)
    expect(edited).toMatchObject({ version: 2, totalMinor: 900 })
    const state = await walletState(sandbox)
    expect(payableKeys(state, visit.spotId)).toEqual([edited.transactionKey])
    expect(statusOf(state, before.transactionKey ?? '')).toBe('deleted')
  })
}

test('a deletion that the wallet refuses leaves the order payable', async ({
  sandbox,
  manager,
  staff,
  visit,
  order,
}) => {
  const before = await order(700)
  await refuse(sandbox, 'DELETE', '/order/')
  const remove = () => manager.ask('DELETE', address.order(before.id), { headers: ifMatch(1) })
  readRefusal(await remove())
  expect(await ordersAt(staff, visit)).toEqual([before])
  expect(payableKeys(await walletState(sandbox), visit.spotId)).toEqual([before.transactionKey])
  expect(read(await remove(), 200, Order).closedAs).toBe('deleted')
})

test('law 9: what was taken in cash stays on record while the wallet refuses to take it out of the app', async ({
  sandbox,
  staff,
  visit,
  order,
}) => {
  const before = await order(700)
  await refuse(sandbox, 'DELETE', '/transaction/')
  const settle = () => staff.ask('POST', address.settleOrder(before.id), { body: { with: 'cash' } })
  const taken = await settle()
  expect(taken.text).not.toContain('Petras')
  expect(read(taken, 202, Order)).toMatchObject({ status: 'pending', settledWith: 'cash' })
  const settled = async () => (await ordersAt(staff, visit))[0]
  await expect.poll(settled).toMatchObject({ status: 'closed', closedAs: 'settled' })
  expect(payableKeys(await walletState(sandbox), visit.spotId)).toEqual([])
})

test('law 1: a confirmation that the wallet refuses took no money', async ({
  sandbox,
  manager,
  staff,
  visit,
  order,
}) => {
  const { id, transactionKey = '' } = await order(700)
  await sandbox.control('reserve', { guest: visit.guest, transactionKey })
  await refuse(sandbox, 'PUT', '/confirm$')
  const confirm = () => staff.ask('POST', address.confirmOrder(id), { headers: ifMatch(1) })
  readRefusal(await confirm())
  const [held] = await ordersAt(staff, visit)
  expect(held).toMatchObject({ status: 'reserved', verdict: { equal: true, differences: [] } })
  expect(held?.work).toBeUndefined()

  await refuse(sandbox, 'DELETE', '/transaction/')
  readRefusal(await manager.ask('POST', address.declineOrder(id)))
  expect(await ordersAt(staff, visit)).toEqual([held])
  expect(statusOf(await walletState(sandbox), transactionKey)).toBe('reserved')
  expect(read(await confirm(), 200, Order).status).toBe('confirmed')
})

test('a spot that the wallet does not close stays as it is, and says so', async ({
  sandbox,
  manager,
  staff,
  visit,
  order,
}) => {
  const before = await order(700)
  await refuse(sandbox, 'PUT', '/close$')
  const close = () =>
    manager.ask('POST', address.closeSpot(visit.spotId), { body: { endsUnpaid: true } })
  readRefusal(await close())
  const spot = read(await staff.ask('GET', address.spot(visit.spotId)), 200, SpotDetail)
  expect(spot).toMatchObject({ status: 'open', orders: [{ id: before.id, status: 'closed' }] })
  const state = await walletState(sandbox)
  expect(hangingKeys(state)).not.toContain(before.transactionKey)
  expect(read(await close(), 200, SpotDetail).status).toBe('closed')
})
