import { address } from '#contract/address.ts'
import { Floor } from '#contract/floor-schema.ts'
import { Settings } from '#contract/settings.ts'
import { SpotDetail } from '#contract/spot.ts'
import { BurstSeen } from '#contract/stranger.ts'
import { freshKey } from './http/person.ts'
import { draft } from './http/calls.ts'
import { read, readProblem } from './http/read-answer.ts'
import { beginVisit, expect, test as base } from './http/test.ts'
import { walletState } from './http/wallet-state.ts'
import type { Person } from './http/person.ts'
import { discardProduct, startProduct } from './fixtures/running-product.ts'
import { sandboxControl } from './fixtures/sandbox-control.ts'

/** A house with one registered table: once there is one, codes of other tests would be strangers. */
const test = base.extend<object, { product: Awaited<ReturnType<typeof startProduct>> }>({
  product: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const product = await startProduct({
        WALLET_CALLS_PER_MINUTE: '100000',
        WALLET_CALLS_PER_HOUR: '1000000',
        LOG_LEVEL: 'debug',
      })
      await sandboxControl(product.sandboxURL).control('settings', { rateLimit: false })
      await use(product)
      await discardProduct(product)
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

const table = { locationId: 3, identifier: 'TABLE 11', name: 'Eleven', area: null, seats: null }

async function grace(manager: Person, graceSeconds: number | null): Promise<Settings> {
  const body = { strangers: [{ locationId: 3, graceSeconds }] }
  return read(await manager.ask('PUT', address.settings, { body }), 200, Settings)
}

async function tileAt(person: Person, spotId: number) {
  const { tiles } = read(await person.ask('GET', address.floor), 200, Floor)
  return tiles.find(({ spot }) => spot?.id === spotId)
}

test('law 7: a stranger is flagged, closed by the rule that the manager set, and left alone where somebody wants it', async ({
  sandbox,
  manager,
  staff,
}) => {
  test.setTimeout(90_000)
  const statusOf = async (spotId: number) =>
    (await walletState(sandbox)).spots.find(({ id }) => id === spotId)?.status
  const spotOf = async (spotId: number) =>
    read(await staff.ask('GET', address.spot(spotId)), 200, SpotDetail)

  readProblem(
    await staff.ask('PUT', address.settings, { body: { strangers: [] } }),
    403,
    'forbidden',
  )
  await manager.ask('POST', address.tables, { body: { tables: [table] } })
  expect((await grace(manager, null)).strangers).toEqual([
    { locationId: 3, graceSeconds: null, setBy: expect.any(String) },
  ])

  const made = await beginVisit(sandbox, 'TABEL 11')
  const kept = await beginVisit(sandbox, 'KEPT OPEN')
  const ordered = await beginVisit(sandbox, 'ORDERED')
  const real = await beginVisit(sandbox, 'table 11')
  const { stranger } = await spotOf(made.spotId)
  expect(stranger).toMatchObject({
    near: { identifier: 'TABLE 11', name: 'Eleven' },
    closesAt: null,
    staysOpen: false,
  })
  expect(await tileAt(staff, made.spotId)).toMatchObject({ isStranger: true, name: 'TABEL 11' })
  expect((await spotOf(real.spotId)).stranger).toBeUndefined()
  await spotOf(kept.spotId)
  await spotOf(ordered.spotId)

  const asking = { body: draft(500), headers: freshKey() }
  expect((await staff.ask('POST', address.spotOrders(ordered.spotId), asking)).status).toBe(201)
  const left = read(await staff.ask('DELETE', address.closeSpot(kept.spotId)), 200, SpotDetail)
  expect(left.stranger).toMatchObject({ staysOpen: true, closesAt: null })

  await grace(manager, 0)
  await expect.poll(() => statusOf(made.spotId), { timeout: 30_000 }).toBe('closed')
  expect(await statusOf(kept.spotId)).toBe('waiting')
  expect(await statusOf(ordered.spotId)).toBe('open')
  expect(await statusOf(real.spotId)).toBe('waiting')
  await expect.poll(() => tileAt(staff, made.spotId)).toBeUndefined()

  const late = await beginVisit(sandbox, 'ADOPTED')
  await grace(manager, 3600)
  expect((await spotOf(late.spotId)).stranger?.closesAt).toBeGreaterThan(Date.now())
  const adopted = { ...table, identifier: 'ADOPTED', name: 'Twelve' }
  await manager.ask('POST', address.tables, { body: { tables: [adopted] } })
  expect((await spotOf(late.spotId)).stranger).toBeUndefined()
  expect(await tileAt(staff, late.spotId)).toMatchObject({ name: 'Twelve' })
})

test('law 7: a burst is one alarm on every screen, until somebody has seen it', async ({
  sandbox,
  manager,
  staff,
}) => {
  await manager.ask('POST', address.tables, { body: { tables: [table] } })
  await grace(manager, null)
  for (let code = 0; code < 6; code += 1) {
    const { spotId } = await beginVisit(sandbox, `BURST ${code}`)
    await staff.ask('GET', address.spot(spotId))
  }
  const alarm = async () => read(await staff.ask('GET', address.floor), 200, Floor).burst
  await expect.poll(alarm).toMatchObject({ codes: expect.any(Number) })
  const id = (await alarm())?.id ?? ''
  readProblem(
    await staff.ask('POST', address.strangerBurst, { body: { id: 'x' } }),
    409,
    'conflict',
  )
  read(await staff.ask('POST', address.strangerBurst, { body: { id } }), 200, BurstSeen)
  await expect.poll(alarm).toBeNull()
  const { spotId } = await beginVisit(sandbox, 'BURST 7')
  await staff.ask('GET', address.spot(spotId))
  expect(await alarm()).toBeNull()
})
