import { address } from '#contract/address.ts'
import { Floor } from '#contract/floor-schema.ts'
import type { troubles } from '#contract/floor.ts'
import { Order } from '#contract/order.ts'
import { SpotDetail } from '#contract/spot.ts'
import * as z from 'zod'
import { draft } from './http/calls.ts'
import { freshKey, ifMatch } from './http/person.ts'
import { read, readProblem } from './http/read-answer.ts'
import { openScreen, type Screen } from './http/screen.ts'
import { beginVisit, expect, test } from './http/test.ts'
import { payableKeys, walletState } from './http/wallet-state.ts'

/** Readings of the floor that go wrong, and what people are told is the cause. */
const mishaps: [cause: (typeof troubles)[number], mishap: Mishap][] = [
  ['wallet_unreachable', { kind: 'refuse', times: 2 }],
  ['wallet_garbled', { kind: 'garbage', times: 2 }],
  ['wallet_refuses', { kind: 'status_before', times: 1, status: 403 }],
]

interface Mishap {
  kind: string
  times: number
  status?: number
}

const Ready = z.strictObject({
  status: z.literal('ready'),
  database: z.literal('ok'),
  wallet: z.strictObject({ asOf: Floor.shape.asOf, trouble: Floor.shape.trouble }),
})

for (const [cause, mishap] of mishaps) {
  test(`law 9: ${cause} while the floor is read: it stays, says why, and recovers`, async ({
    product,
    sandbox,
    staff,
    visit,
    order,
  }) => {
    await order(310)
    const screen = await openScreen(product.baseURL, staff)
    await expect.poll(screen.floor).toMatchObject({ trouble: null })
    const before = screen.floor()
    const startedAt = Date.now()
    const match = { method: 'GET', path: '/(spots|transactions)$' }
    await sandbox.control('faults', { match, ...mishap })

    const troubled = await waitFor(screen, (trouble) => trouble !== null)
    expect(troubled.trouble).toEqual({ cause, since: expect.any(Number) })
    expect(troubled.trouble?.since).toBeGreaterThanOrEqual(startedAt)
    expect(troubled.asOf).toBeGreaterThanOrEqual(before?.asOf ?? 0)
    expect(troubled.asOf).toBeLessThanOrEqual(troubled.trouble?.since ?? 0)

    const recovered = await waitFor(screen, (trouble) => trouble === null, troubled.version)
    expect(recovered.version).toBeGreaterThan(troubled.version)
    await expect.poll(() => screen.floor()?.asOf).toBeGreaterThan(troubled.trouble?.since ?? 0)
    const tile = screen.floor()?.tiles.find(({ spot }) => spot?.id === visit.spotId)
    expect(tile).toMatchObject({ unpaidMinor: 310, spot: { status: 'open' } })
    screen.leave()
  })
}

/** The first floor after a version in which the trouble is as wanted, however briefly it stood. */
async function waitFor(
  screen: Screen,
  isWanted: (trouble: z.infer<typeof Floor>['trouble']) => boolean,
  after = 0,
): Promise<{ version: number; asOf: number | null; trouble: z.infer<typeof Floor>['trouble'] }> {
  const find = () =>
    screen
      .told()
      .flatMap(({ event, data }) => (event === 'patch' ? { ...data, version: data.to } : []))
      .find(({ version, trouble }) => version > after && isWanted(trouble))
  await expect.poll(find, { timeout: 15_000 }).toBeDefined()
  const { version = 0, asOf = null, trouble = null } = find() ?? {}
  return { version, asOf, trouble }
}

test('law 9: while the wallet is too slow, the floor stays and acts say what is known', async ({
  sandbox,
  staff,
  manager,
  visit,
  nobody,
  order,
}) => {
  const { id } = await order(420)
  const visits = await Promise.all([beginVisit(sandbox), beginVisit(sandbox)])
  const [known, unseen] = visits.map(({ spotId }) => spotId)
  read(await staff.ask('GET', address.spot(known ?? 0)), 200, SpotDetail)
  const readFloor = async () => read(await staff.ask('GET', address.floor), 200, Floor)
  const submit = () => staff.ask('POST', address.spotOrders(known ?? 0), sending)
  const sending = { body: draft(530), headers: freshKey() }

  await sandbox.control('settings', { latencyMs: 1500 })
  try {
    const sent = read(await submit(), 202, Order)
    expect(sent).toMatchObject({ status: 'sending', work: { act: 'submit', outcome: 'unknown' } })
    const match = { headers: ifMatch(1) }
    for (const answer of await Promise.all([
      staff.ask('GET', address.spot(unseen ?? 0)),
      staff.ask('POST', address.confirmOrder(id), match),
    ])) {
      readProblem(answer, 503, 'wallet_unreachable')
    }
    const closing = { body: { endsUnpaid: true } }
    readProblem(
      await manager.ask('POST', address.closeSpot(visit.spotId), closing),
      503,
      'wallet_unreachable',
    )
    const [left] = read(await staff.ask('GET', address.spot(visit.spotId)), 200, SpotDetail).orders
    expect(left).toMatchObject({ id, status: 'pending' })
    expect(left?.work).toBeUndefined()

    await expect.poll(readFloor, { timeout: 20_000 }).toMatchObject({
      trouble: { cause: 'wallet_unreachable' },
    })
    const { tiles } = await readFloor()
    expect(tiles.find(({ spot }) => spot?.id === visit.spotId)).toMatchObject({ unpaidMinor: 420 })
    expect(tiles.find(({ spot }) => spot?.id === known)).toMatchObject({ unpaidMinor: 530 })
    const ready = read(await nobody.ask('GET', address.ready), 200, Ready)
    expect(ready.wallet.trouble).toMatchObject({ cause: 'wallet_unreachable' })
  } finally {
    await sandbox.control('settings', { latencyMs: 0 })
  }
  await expect.poll(async () => (await readFloor()).trouble, { timeout: 30_000 }).toBeNull()
  await expect.poll(async () => (await submit()).status, { timeout: 40_000 }).toBe(201)
  expect(read(await submit(), 201, Order).status).toBe('pending')
  expect(payableKeys(await walletState(sandbox), known ?? 0)).toHaveLength(1)
})
