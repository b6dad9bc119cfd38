import { expect, test } from '@playwright/test'
import * as z from 'zod'
import { address } from '#contract/address.ts'
import { Order } from '#contract/order.ts'
import { SpotDetail } from '#contract/spot.ts'
import { discardProduct, startProduct } from './fixtures/running-product.ts'
import { sandboxControl } from './fixtures/sandbox-control.ts'
import { accounts } from './fixtures/sign-in.ts'
import { draft } from './http/calls.ts'
import { deleteAtOnce, freshKey, ifMatch, signIn } from './http/person.ts'
import { read, readProblem } from './http/read-answer.ts'
import { openScreen } from './http/screen.ts'
import { beginVisit } from './http/test.ts'

test.describe.configure({ mode: 'parallel' })

const Calls = z.array(z.looseObject({ at: z.int(), path: z.string(), status: z.nullable(z.int()) }))

test('law 8: a minute of the demo, with guests, two screens and a visit, stays within the limits', async () => {
  test.setTimeout(150_000)
  const product = await startProduct({ SANDBOX_DEMO: '1' })
  const sandbox = sandboxControl(product.sandboxURL)
  try {
    expect(await sandbox.read('settings')).toMatchObject({ rateLimit: true })
    const manager = await signIn(product.baseURL, accounts.manager)
    const staff = await signIn(product.baseURL, accounts.staff)
    await deleteAtOnce(manager)
    const startedAt = Date.now()
    const screens = await Promise.all(
      [manager, staff].map((person) => openScreen(product.baseURL, person)),
    )
    const visit = await beginVisit(sandbox)
    const path = address.spotOrders(visit.spotId)
    const submit = async (amountMinor: number) => {
      const asking = { body: draft(amountMinor), headers: freshKey() }
      return read(await staff.ask('POST', path, asking), 201, Order)
    }
    const first = await submit(700)
    const second = await submit(500)
    const edit = { body: draft(900), headers: { ...freshKey(), ...ifMatch(1) } }
    const edited = read(await staff.ask('PUT', address.order(first.id), edit), 200, Order)
    const { transactionKey = '' } = edited
    await sandbox.control('reserve', { guest: visit.guest, transactionKey })
    const confirm = { headers: ifMatch(2) }
    read(await staff.ask('POST', address.confirmOrder(first.id), confirm), 200, Order)
    const removal = { headers: ifMatch(1) }
    read(await manager.ask('DELETE', address.order(second.id), removal), 200, Order)
    read(await staff.ask('POST', address.closeSpot(visit.spotId)), 200, SpotDetail)

    // Real time has to pass here: the wallet counts calls by its own minute.
    await expect.poll(() => Date.now() - startedAt, { timeout: 80_000 }).toBeGreaterThan(61_000)

    const calls = Calls.parse(await sandbox.read('log')).filter((call) =>
      call.path.startsWith('/rest/'),
    )
    expect(calls.filter(({ status }) => status === 429)).toEqual([])
    expect(calls.length, 'Spotboard did look').toBeGreaterThan(15)
    const busiest = Math.max(
      ...calls.map(
        ({ at }) => calls.filter((call) => call.at >= at && call.at < at + 60_000).length,
      ),
    )
    expect(busiest).toBeLessThanOrEqual(50)
    const [one, other] = screens.map((screen) => screen.floor())
    expect(one?.tiles).toEqual(other?.tiles)
    expect(one?.trouble).toBeNull()
    expect(one?.asOf).toBeGreaterThan(Date.now() - 15_000)
    for (const screen of screens) screen.leave()
  } finally {
    await discardProduct(product)
  }
})

test('laws 8 and 9: a wallet that asks for fewer calls gets fewer, and people are told', async () => {
  test.setTimeout(90_000)
  const product = await startProduct()
  const sandbox = sandboxControl(product.sandboxURL)
  try {
    const staff = await signIn(product.baseURL, accounts.staff)
    const screen = await openScreen(product.baseURL, staff)
    await expect.poll(() => screen.floor()?.asOf).toBeGreaterThan(0)
    await sandbox.control('faults', { match: {}, kind: 'status_before', times: 1, status: 429 })
    await expect
      .poll(() => screen.floor()?.trouble, { timeout: 15_000 })
      .toMatchObject({ cause: 'wallet_busy' })
    const refusedAt = Date.now()
    const visit = await beginVisit(sandbox)
    const answer = await staff.ask('GET', address.spot(visit.spotId))
    expect(readProblem(answer, 503, 'wallet_unreachable').detail).toContain('slow down')
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)

    await expect.poll(() => screen.floor()?.trouble, { timeout: 60_000 }).toBeNull()
    const calls = Calls.parse(await sandbox.read('log'))
    const insisted = calls.filter(({ at }) => at > refusedAt && at < refusedAt + 15_000)
    expect(insisted).toEqual([])
    screen.leave()
  } finally {
    await discardProduct(product)
  }
})
