import { expect, test } from '@playwright/test'
import * as z from 'zod'
import { address } from '#contract/address.ts'
import { Floor } from '#contract/floor-schema.ts'
import { Order } from '#contract/order.ts'
import { SpotDetail } from '#contract/spot.ts'
import { accounts } from './fixtures/sign-in.ts'
import { draft } from './http/calls.ts'
import { deleteAtOnce, freshKey, ifMatch, signIn, type Asking, type Person } from './http/person.ts'
import { expectCleanLog, openHouse, type Wallet } from './http/processes.ts'
import { read } from './http/read-answer.ts'
import { beginVisit, type Visit } from './http/test.ts'
import { hangingKeys, payableKeys, statusOf, walletState } from './http/wallet-state.ts'

interface Ask extends Asking {
  method: string
  path: string
}

/** An act, the call at the wallet during which the power fails, and what has to be true in the end. */
interface Moment {
  visit: Visit
  ask: Ask
  match: { method: string; path: string }
  /** The order that stands at the spot in the end, and what has become of the transaction that it had before. */
  becomes: Partial<Order>
  before?: { transactionKey: string; becomes: string }
}

const Log = z.array(z.looseObject({ fault: z.nullable(z.string()) }))

for (const kind of ['timeout_before', 'timeout_after']) {
  test(`laws 2 to 4: the power fails during every kind of act (${kind}), and each one comes right`, async () => {
    const { wallet, dashboard, discard } = await openHouse()
    try {
      const manager = await signIn(dashboard.baseURL, accounts.manager)
      await deleteAtOnce(manager)
      const readFloor = async () => read(await manager.ask('GET', address.floor), 200, Floor)
      const moments = await prepare(wallet, manager)
      const quiet = await beginVisit(wallet)
      const since = async () =>
        (await readFloor()).tiles.find(({ spot }) => spot?.id === quiet.spotId)?.since
      await expect.poll(since, { timeout: 15_000 }).toBeDefined()
      const waitsSince = await since()

      const cutOff = []
      for (const [index, { ask, match }] of moments.entries()) {
        await wallet.control('faults', { match, kind, times: 1 })
        cutOff.push(manager.ask(ask.method, ask.path, ask).catch(() => 'cut off'))
        const used = async () =>
          Log.parse(await wallet.read('log')).filter(({ fault }) => fault !== null).length
        await expect.poll(used, { intervals: [20] }).toBe(index + 1)
      }
      await dashboard.crash()
      expect(new Set(await Promise.all(cutOff))).toEqual(new Set(['cut off']))
      await dashboard.start()

      expect(await since(), 'ages survive (law 6)').toBe(waitsSince)
      for (const { visit, ask, becomes, before } of moments) {
        const look = async () => {
          const answer = await manager.ask('GET', address.spot(visit.spotId))
          return read(answer, 200, SpotDetail).orders
        }
        await expect
          .poll(async () => (await look()).filter(({ work }) => work), { timeout: 30_000 })
          .toEqual([])
        const isRepeatable = ask.headers?.['idempotency-key'] !== undefined
        const again = isRepeatable ? await manager.ask(ask.method, ask.path, ask) : undefined
        if (again) expect([200, 201], again.text).toContain(again.status)
        const state = await walletState(wallet)
        if (before) expect(statusOf(state, before.transactionKey), ask.path).toBe(before.becomes)
        if (ask.path.endsWith('/close')) {
          expect(state.spots.find(({ id }) => id === visit.spotId)?.status).toBe('closed')
          continue
        }
        const [order, ...others] = await look()
        expect(order, ask.path).toMatchObject(becomes)
        expect(others).toEqual([])
        const isPayable = becomes.status === 'pending'
        expect(payableKeys(state, visit.spotId)).toEqual(isPayable ? [order?.transactionKey] : [])
      }
      // A creation that nobody heard of is ended by the next reading of the payments.
      await expect
        .poll(async () => hangingKeys(await walletState(wallet)), { timeout: 20_000 })
        .toEqual([])
      expectCleanLog(dashboard)
    } finally {
      await discard()
    }
  })
}

function submitAt(spotId: number): Ask {
  const body = draft(700)
  return { method: 'POST', path: address.spotOrders(spotId), body, headers: freshKey() }
}

async function prepare(wallet: Wallet, manager: Person): Promise<Moment[]> {
  const visitWithOrder = async () => {
    const visit = await beginVisit(wallet)
    const { method, path, ...asking } = submitAt(visit.spotId)
    const order = read(await manager.ask(method, path, asking), 201, Order)
    return { visit, order, key: order.transactionKey ?? '' }
  }
  const submission = async (path: (visit: Visit) => string): Promise<Moment> => {
    const visit = await beginVisit(wallet)
    return {
      visit,
      ask: submitAt(visit.spotId),
      match: { method: 'POST', path: path(visit) },
      becomes: { status: 'pending', totalMinor: 700 },
    }
  }
  const edited = await visitWithOrder()
  const deleted = await visitWithOrder()
  const settled = await visitWithOrder()
  const confirmed = await visitWithOrder()
  const declined = await visitWithOrder()
  const closed = await visitWithOrder()
  for (const { visit, key } of [confirmed, declined]) {
    await wallet.control('reserve', { guest: visit.guest, transactionKey: key })
  }
  // Declining needs a payment that Spotboard knows to be held.
  const knowsHeld = async () => {
    await manager.ask('GET', address.floor)
    const answer = await manager.ask('GET', address.spot(declined.visit.spotId))
    return read(answer, 200, SpotDetail).orders[0]?.status
  }
  await expect.poll(knowsHeld, { timeout: 15_000 }).toBe('reserved')

  return [
    await submission(() => '/rest/v1/transaction$'),
    await submission(({ spotId }) => `/spot/${spotId}/order$`),
    {
      visit: edited.visit,
      ask: {
        method: 'PUT',
        path: address.order(edited.order.id),
        body: draft(900),
        headers: { ...freshKey(), ...ifMatch(1) },
      },
      match: { method: 'PUT', path: `/order/${edited.order.walletOrderId}$` },
      becomes: { status: 'pending', version: 2, totalMinor: 900 },
      before: { transactionKey: edited.key, becomes: 'deleted' },
    },
    {
      visit: deleted.visit,
      ask: { method: 'DELETE', path: address.order(deleted.order.id), headers: ifMatch(1) },
      match: { method: 'DELETE', path: `/order/${deleted.order.walletOrderId}$` },
      becomes: { status: 'closed', closedAs: 'deleted' },
      before: { transactionKey: deleted.key, becomes: 'deleted' },
    },
    {
      visit: settled.visit,
      ask: { method: 'POST', path: address.settleOrder(settled.order.id), body: { with: 'card' } },
      match: { method: 'DELETE', path: `/transaction/${settled.key}$` },
      becomes: { status: 'closed', closedAs: 'settled', settledWith: 'card' },
      before: { transactionKey: settled.key, becomes: 'deleted' },
    },
    {
      visit: confirmed.visit,
      ask: { method: 'POST', path: address.confirmOrder(confirmed.order.id), headers: ifMatch(1) },
      match: { method: 'PUT', path: `/transaction/${confirmed.key}/confirm$` },
      becomes: { status: 'confirmed' },
      before: { transactionKey: confirmed.key, becomes: 'confirmed' },
    },
    {
      visit: declined.visit,
      ask: { method: 'POST', path: address.declineOrder(declined.order.id) },
      match: { method: 'DELETE', path: `/transaction/${declined.key}$` },
      becomes: { status: 'closed', closedAs: 'declined' },
      before: { transactionKey: declined.key, becomes: 'revoked' },
    },
    {
      visit: closed.visit,
      ask: {
        method: 'POST',
        path: address.closeSpot(closed.visit.spotId),
        body: { endsUnpaid: true },
      },
      match: { method: 'PUT', path: `/spot/${closed.visit.spotId}/close$` },
      becomes: {},
      before: { transactionKey: closed.key, becomes: 'deleted' },
    },
  ]
}
