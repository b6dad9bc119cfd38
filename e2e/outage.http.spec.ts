import { expect, test } from '@playwright/test'
import { address } from '#contract/address.ts'
import { Floor } from '#contract/floor-schema.ts'
import { Order } from '#contract/order.ts'
import { SpotDetail } from '#contract/spot.ts'
import { accounts } from './fixtures/sign-in.ts'
import { draft } from './http/calls.ts'
import { deleteAtOnce, freshKey, ifMatch, signIn } from './http/person.ts'
import { expectCleanLog, openHouse } from './http/processes.ts'
import { read, readProblem } from './http/read-answer.ts'
import { beginVisit } from './http/test.ts'
import { hangingKeys, payableKeys, statusOf, walletState } from './http/wallet-state.ts'

test('laws 2 and 9: while the wallet is away nothing is pretended, and nothing is lost when it is back', async () => {
  const { wallet, dashboard, discard } = await openHouse()
  try {
    const manager = await signIn(dashboard.baseURL, accounts.manager)
    const staff = await signIn(dashboard.baseURL, accounts.staff)
    await deleteAtOnce(manager)
    const submitAt = (spotId: number, amountMinor: number) =>
      staff.ask('POST', address.spotOrders(spotId), {
        body: draft(amountMinor),
        headers: freshKey(),
      })
    const spotAt = async (spotId: number) =>
      read(await staff.ask('GET', address.spot(spotId)), 200, SpotDetail)
    const floor = async () => read(await staff.ask('GET', address.floor), 200, Floor)

    // Somebody looks from now on, so payments are read every few seconds.
    await floor()
    const [one, other] = await Promise.all([beginVisit(wallet), beginVisit(wallet)])
    const unpaid = read(await submitAt(one.spotId, 700), 201, Order)
    const held = read(await submitAt(one.spotId, 900), 201, Order)
    const inCash = read(await submitAt(one.spotId, 500), 201, Order)
    const { guest } = one
    await wallet.control('reserve', { guest, transactionKey: held.transactionKey ?? '' })
    await expect
      .poll(async () => (await spotAt(one.spotId)).orders[1]?.status, { timeout: 45_000 })
      .toBe('reserved')
    expect((await spotAt(other.spotId)).status).toBe('waiting')
    const tilesBefore = (await floor()).tiles

    await wallet.goAway()
    const body = { ...draft(800), reason: 'x' }
    const headers = { ...freshKey(), ...ifMatch(1) }
    const refused = await Promise.all([
      manager.ask('PUT', address.order(unpaid.id), { body, headers }),
      manager.ask('DELETE', address.order(unpaid.id), { headers: ifMatch(1) }),
      manager.ask('POST', address.confirmOrder(held.id), { headers: ifMatch(1) }),
      manager.ask('POST', address.declineOrder(held.id)),
      manager.ask('POST', address.closeSpot(other.spotId)),
    ])
    for (const answer of refused) readProblem(answer, 503, 'wallet_unreachable')
    const { orders } = await spotAt(one.spotId)
    expect(
      orders.map(({ status, version, totalMinor, work }) => [status, version, totalMinor, work]),
    ).toEqual([
      ['pending', 1, 700, undefined],
      ['reserved', 1, 900, undefined],
      ['pending', 1, 500, undefined],
    ])

    const settlement = { body: { with: 'cash' } }
    const taken = await staff.ask('POST', address.settleOrder(inCash.id), settlement)
    expect(read(taken, 202, Order)).toMatchObject({
      status: 'pending',
      settledWith: 'cash',
      work: { act: 'settle', outcome: 'waiting' },
    })
    const { tiles } = await floor()
    expect(tiles.find(({ spot }) => spot?.id === one.spotId)).toMatchObject({
      unpaidMinor: 700,
      receivedMinor: 500,
    })

    const accepted = read(await submitAt(other.spotId, 1100), 202, Order)
    expect(accepted).toMatchObject({
      status: 'sending',
      work: { act: 'submit', outcome: 'waiting' },
    })
    await expect
      .poll(floor, { timeout: 20_000 })
      .toMatchObject({ trouble: { cause: 'wallet_unreachable' } })
    const away = await floor()
    expect(away.tiles.map(({ key }) => key)).toEqual(tilesBefore.map(({ key }) => key))
    expect(away.asOf).toBeLessThan(away.trouble?.since ?? 0)

    await wallet.comeBack()
    await expect.poll(async () => (await floor()).trouble, { timeout: 40_000 }).toBeNull()
    await expect
      .poll(async () => (await spotAt(other.spotId)).orders, { timeout: 40_000 })
      .toMatchObject([{ id: accepted.id, status: 'pending', totalMinor: 1100 }])
    await expect
      .poll(async () => (await spotAt(one.spotId)).orders[2], { timeout: 40_000 })
      .toMatchObject({ id: inCash.id, status: 'closed', closedAs: 'settled' })
    const state = await walletState(wallet)
    expect(statusOf(state, inCash.transactionKey ?? '')).toBe('deleted')
    expect(payableKeys(state, other.spotId)).toHaveLength(1)
    expect(payableKeys(state, one.spotId)).toEqual([unpaid.transactionKey])
    expect(statusOf(state, held.transactionKey ?? '')).toBe('reserved')
    expect(hangingKeys(state)).toEqual([])
    expectCleanLog(dashboard)
  } finally {
    await discard()
  }
})
