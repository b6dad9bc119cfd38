import { address } from '#contract/address.ts'
import { Order } from '#contract/order.ts'
import { SpotDetail } from '#contract/spot.ts'
import type { SandboxControl } from './fixtures/sandbox-control.ts'
import { draft } from './http/calls.ts'
import { freshKey, ifMatch, type Asking, type Person } from './http/person.ts'
import { read } from './http/read-answer.ts'
import type { Answer } from './http/send.ts'
import { beginVisit, expect, test, type Visit } from './http/test.ts'
import {
  hangingKeys,
  keysOfPayableOrders,
  payableKeys,
  statusOf,
  walletState,
} from './http/wallet-state.ts'

/** What can happen to one call on its way; `refuse` and `timeout_before` lose the question, the others the answer. */
const mishaps = [
  { kind: 'refuse' },
  { kind: 'timeout_before' },
  { kind: 'timeout_after' },
  { kind: 'reset_before' },
  { kind: 'reset_after' },
  { kind: 'status_before', status: 502 },
  { kind: 'status_after', status: 504 },
  { kind: 'status_after', status: 500 },
  { kind: 'garbage' },
  { kind: 'truncated' },
  { kind: 'late', delayMs: 1500 },
  { kind: 'twice' },
] as const

interface Setting {
  sandbox: SandboxControl
  staff: Person
  manager: Person
}

async function beginWithOrder({
  sandbox,
  staff,
}: Setting): Promise<{ visit: Visit; order: Order }> {
  const visit = await beginVisit(sandbox)
  const asking = { body: draft(700), headers: freshKey() }
  const answer = await staff.ask('POST', address.spotOrders(visit.spotId), asking)
  return { visit, order: read(answer, 201, Order) }
}

/** An act whose outcome is known is 200 or 201; otherwise it is 202 and says what Spotboard is doing. */
function readOrder(answer: Answer, doneStatus: 200 | 201): Order {
  const order = read(answer, answer.status === 202 ? 202 : doneStatus, Order)
  expect(order.work === undefined).toBe(answer.status !== 202)
  return order
}

/** Waits until Spotboard is at work on nothing at a spot any more. */
async function settledSpot(staff: Person, spotId: number): Promise<SpotDetail> {
  const look = async () => read(await staff.ask('GET', address.spot(spotId)), 200, SpotDetail)
  await expect
    .poll(async () => (await look()).orders.filter(({ work }) => work), { timeout: 20_000 })
    .toEqual([])
  return look()
}

test('laws 2 and 3: an order whose sending goes wrong is payable exactly once in the end', async ({
  sandbox,
  staff,
}) => {
  await Promise.all(
    mishaps.map(async (mishap) => {
      const { spotId } = await beginVisit(sandbox)
      await sandbox.control('faults', {
        match: { method: 'POST', path: `/spot/${spotId}/order$` },
        times: 1,
        ...mishap,
      })
      const asking = { body: draft(700), headers: freshKey() }
      const submit = () => staff.ask('POST', address.spotOrders(spotId), asking)
      const order = readOrder(await submit(), 201)
      expect(readOrder(await submit(), 201).id).toBe(order.id)
      const spot = await settledSpot(staff, spotId)
      expect(spot.orders, mishap.kind).toMatchObject([{ id: order.id, status: 'pending' }])
      const key = spot.orders[0]?.transactionKey
      const payable = keysOfPayableOrders(await walletState(sandbox), spotId)
      expect(payable, mishap.kind).toEqual(mishap.kind === 'twice' ? [key, key] : [key])
      expect(readOrder(await submit(), 201).id).toBe(order.id)
    }),
  )
})

test('laws 3 and 4: a creation that goes wrong leaves one transaction, and none that nobody knows', async ({
  sandbox,
  staff,
}) => {
  const match = { method: 'POST', path: '/rest/v1/transaction$' }
  for (const mishap of mishaps) await sandbox.control('faults', { match, times: 1, ...mishap })
  const visits = await Promise.all(mishaps.map(() => beginVisit(sandbox)))
  await Promise.all(
    visits.map(async ({ spotId }) => {
      const asking = { body: draft(700), headers: freshKey() }
      const answer = await staff.ask('POST', address.spotOrders(spotId), asking)
      const { id } = readOrder(answer, 201)
      const { orders } = await settledSpot(staff, spotId)
      expect(orders).toMatchObject([{ id, status: 'pending', totalMinor: 700 }])
      const payable = payableKeys(await walletState(sandbox), spotId)
      expect(payable).toEqual([orders[0]?.transactionKey])
    }),
  )
  const places = new Set(visits.map(({ identifier }) => identifier))
  const hanging = async () => {
    // Somebody looks, so the wallet is asked more often.
    await staff.ask('GET', address.floor)
    const state = await walletState(sandbox)
    const keys = new Set(hangingKeys(state))
    return state.transactions
      .filter((one) => keys.has(one.transaction_key))
      .filter(({ payments: [payment] }) => places.has(payment?.description.split(' ')[0] ?? ''))
  }
  await expect.poll(hanging, { timeout: 30_000 }).toEqual([])
})

interface Act {
  method: string
  path: (visit: Visit, order: Order) => string
  asking: () => Asking
  /** The wallet's call that goes wrong. */
  walletCall: (order: Order, visit: Visit) => { method: string; path: string }
  isPaid: boolean
  /** What the order has become, and its first transaction. */
  becomes: Partial<Order>
  key: string
}

const acts: Record<string, Act> = {
  'an edit': {
    method: 'PUT',
    path: (_visit, { id }) => address.order(id),
    asking: () => ({ body: draft(900), headers: { ...freshKey(), ...ifMatch(1) } }),
    walletCall: ({ walletOrderId }) => ({ method: 'PUT', path: `/order/${walletOrderId}$` }),
    isPaid: false,
    becomes: { status: 'pending', version: 2, totalMinor: 900 },
    key: 'deleted',
  },
  'a deletion': {
    method: 'DELETE',
    path: (_visit, { id }) => address.order(id),
    asking: () => ({ headers: ifMatch(1) }),
    walletCall: ({ walletOrderId }) => ({ method: 'DELETE', path: `/order/${walletOrderId}$` }),
    isPaid: false,
    becomes: { status: 'closed', closedAs: 'deleted' },
    key: 'deleted',
  },
  'a settlement': {
    method: 'POST',
    path: (_visit, { id }) => address.settleOrder(id),
    asking: () => ({ body: { with: 'cash' } }),
    walletCall: ({ transactionKey }) => ({ method: 'DELETE', path: `/${transactionKey}$` }),
    isPaid: false,
    becomes: { status: 'closed', closedAs: 'settled', settledWith: 'cash' },
    key: 'deleted',
  },
  'a confirmation': {
    method: 'POST',
    path: (_visit, { id }) => address.confirmOrder(id),
    asking: () => ({ headers: ifMatch(1) }),
    walletCall: ({ transactionKey }) => ({ method: 'PUT', path: `/${transactionKey}/confirm$` }),
    isPaid: true,
    becomes: { status: 'confirmed' },
    key: 'confirmed',
  },
  'a closing': {
    method: 'POST',
    path: ({ spotId }) => address.closeSpot(spotId),
    asking: () => ({ body: { endsUnpaid: true } }),
    walletCall: (_order, { spotId }) => ({ method: 'PUT', path: `/spot/${spotId}/close$` }),
    isPaid: false,
    becomes: { status: 'closed', closedAs: 'ended_with_spot' },
    key: 'deleted',
  },
}

for (const [name, act] of Object.entries(acts)) {
  test(`law 4: ${name} whose answer is lost is carried through, and leaves no money hanging`, async ({
    sandbox,
    staff,
    manager,
  }) => {
    await Promise.all(
      mishaps.map(async (mishap) => {
        const { visit, order } = await beginWithOrder({ sandbox, staff, manager })
        const { transactionKey = '' } = order
        if (act.isPaid) await sandbox.control('reserve', { guest: visit.guest, transactionKey })
        const match = act.walletCall(order, visit)
        await sandbox.control('faults', { match, times: 1, ...mishap })
        const answer = await manager.ask(act.method, act.path(visit, order), act.asking())
        expect([200, 202], `${mishap.kind}: ${answer.text}`).toContain(answer.status)

        const look = async () => {
          const { orders } = await settledSpot(staff, visit.spotId)
          return orders.find(({ id }) => id === order.id)
        }
        if (name !== 'a closing') {
          await expect
            .poll(look, { timeout: 20_000, message: mishap.kind })
            .toMatchObject(act.becomes)
        } else {
          const spot = async () =>
            (await walletState(sandbox)).spots.find(({ id }) => id === visit.spotId)?.status
          await expect.poll(spot, { timeout: 20_000, message: mishap.kind }).toBe('closed')
        }
        const state = await walletState(sandbox)
        expect(statusOf(state, transactionKey), mishap.kind).toBe(act.key)
        const present = await look()
        const isOpen = act.becomes.status === 'pending'
        expect(payableKeys(state, visit.spotId)).toEqual(isOpen ? [present?.transactionKey] : [])
        expect(hangingKeys(state)).not.toContain(transactionKey)
      }),
    )
  })
}
