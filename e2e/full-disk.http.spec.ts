import { execFileSync, spawnSync } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { address } from '#contract/address.ts'
import { Floor } from '#contract/floor-schema.ts'
import { Order } from '#contract/order.ts'
import { SpotDetail } from '#contract/spot.ts'
import { accounts } from './fixtures/sign-in.ts'
import { draft } from './http/calls.ts'
import { everythingKept } from './http/kept.ts'
import { freshKey, signIn } from './http/person.ts'
import { openHouse, type Dashboard } from './http/processes.ts'
import { read, readProblem } from './http/read-answer.ts'
import { beginVisit } from './http/test.ts'
import { hangingKeys, payableKeys, walletState, writesOf } from './http/wallet-state.ts'

/** Of Linux: sets how large a file a running process may write, which ends its room on every disk at once. */
const canLimit = spawnSync('prlimit', ['--version']).status === 0

const limitFiles = ({ pid }: Dashboard, bytes: number | 'unlimited') =>
  execFileSync('prlimit', ['--pid', String(pid()), `--fsize=${bytes}:`])

test.skip(!canLimit, 'prlimit comes with Linux')

test('without room to write an order is refused truthfully, the floor stays, and all goes on once there is room', async () => {
  const { wallet, dashboard, dataDir, discard } = await openHouse()
  try {
    const staff = await signIn(dashboard.baseURL, accounts.staff)
    const floor = async () => read(await staff.ask('GET', address.floor), 200, Floor)
    const submitAt = (spotId: number, headers: ReturnType<typeof freshKey>) =>
      staff.ask('POST', address.spotOrders(spotId), { body: draft(700), headers })
    const visit = await beginVisit(wallet)
    const first = read(await submitAt(visit.spotId, freshKey()), 201, Order)
    const kept = () => everythingKept({ dataDir }, wallet)
    const before = { kept: await kept(), tiles: (await floor()).tiles }

    limitFiles(dashboard, 1)
    const key = freshKey()
    for (const time of ['first', 'second']) {
      const problem = readProblem(await submitAt(visit.spotId, key), 500, 'internal')
      expect(problem.detail, time).toBe(
        'Spotboard cannot write to its database, so nothing was done. Its disk may be full or broken.',
      )
    }
    expect(await kept()).toEqual(before.kept)
    expect((await floor()).tiles).toEqual(before.tiles)
    await beginVisit(wallet, 'TABLE OF A FULL DISK')
    await expect
      .poll(async () => (await floor()).trouble?.cause, { timeout: 30_000 })
      .toBe('storage')

    limitFiles(dashboard, 'unlimited')
    const again = read(await submitAt(visit.spotId, key), 201, Order)
    expect(payableKeys(await walletState(wallet), visit.spotId)).toEqual([
      first.transactionKey,
      again.transactionKey,
    ])
    const newGuest = async () =>
      (await floor()).tiles.find(({ spot }) => spot?.identifier === 'TABLE OF A FULL DISK')?.spot
        ?.status
    await expect.poll(newGuest, { timeout: 30_000 }).toBe('waiting')
    await expect.poll(async () => (await floor()).trouble, { timeout: 30_000 }).toBe(null)
  } finally {
    await discard()
  }
})

test('law 2: an order that was accepted just before the disk filled up is one payable order once there is room', async () => {
  const { wallet, dashboard, discard } = await openHouse()
  try {
    const staff = await signIn(dashboard.baseURL, accounts.staff)
    const visit = await beginVisit(wallet)
    await staff.ask('GET', address.spot(visit.spotId))
    const asking = { body: draft(700), headers: freshKey() }
    await wallet.control('settings', { latencyMs: 500 })
    const answer = staff.ask('POST', address.spotOrders(visit.spotId), asking)
    const written = async () => writesOf(await walletState(wallet))['POST /rest/v1/transaction']
    await expect.poll(written, { intervals: [20] }).toBe(1)
    limitFiles(dashboard, 1)
    await wallet.control('settings', { latencyMs: 0 })
    const { status, text } = await answer
    expect([202, 504], text).toContain(status)

    limitFiles(dashboard, 'unlimited')
    const orders = async () =>
      read(await staff.ask('GET', address.spot(visit.spotId)), 200, SpotDetail).orders
    await expect
      .poll(async () => (await orders()).map((one) => [one.status, one.work]), { timeout: 45_000 })
      .toEqual([['pending', undefined]])
    const [order] = await orders()
    const state = await walletState(wallet)
    expect(payableKeys(state, visit.spotId)).toEqual([order?.transactionKey])
    expect(hangingKeys(state)).toEqual([])
    expect(
      read(await staff.ask('POST', address.spotOrders(visit.spotId), asking), 201, Order).id,
    ).toBe(order?.id)
  } finally {
    await discard()
  }
})
