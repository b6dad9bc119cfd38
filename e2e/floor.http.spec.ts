import { address } from '#contract/address.ts'
import { Floor } from '#contract/floor-schema.ts'
import type { Tile } from '#contract/floor.ts'
import * as z from 'zod'
import { accounts } from './fixtures/sign-in.ts'
import { signIn, type Person } from './http/person.ts'
import { read, readProblem } from './http/read-answer.ts'
import { openScreen } from './http/screen.ts'
import { send } from './http/send.ts'
import { beginVisit, expect, test } from './http/test.ts'

async function readFloor(person: Person): Promise<z.infer<typeof Floor>> {
  return read(await person.ask('GET', address.floor), 200, Floor)
}

function tileOf(floor: { tiles: Tile[] } | undefined, spotId: number): Tile | undefined {
  return floor?.tiles.find(({ spot }) => spot?.id === spotId)
}

test('a guest who checks in is on the floor within 10 s, and on every open screen', async ({
  product,
  sandbox,
  staff,
  manager,
}) => {
  await readFloor(staff)
  const one = await openScreen(product.baseURL, staff)
  const other = await openScreen(product.baseURL, manager)
  expect(one.headers['content-type']).toBe('text/event-stream; charset=utf-8')
  const before = Date.now()
  const { spotId, identifier } = await beginVisit(sandbox)
  for (const floor of [() => readFloor(staff), one.floor, other.floor]) {
    await expect
      .poll(async () => tileOf(await floor(), spotId), {
        timeout: 10_000 + before - Date.now(),
        intervals: [100],
      })
      .toMatchObject({ name: identifier, spot: { id: spotId, status: 'waiting' } })
  }
  const tile = tileOf(await readFloor(staff), spotId)
  expect(tile?.since).toBeGreaterThanOrEqual(before)
  expect(tile?.since).toBeLessThanOrEqual(Date.now())
  one.leave()
  other.leave()
})

test('the floor says how fresh it is, and an unchanged one is not sent twice', async ({
  staff,
}) => {
  await expect(async () => {
    const answer = await staff.ask('GET', address.floor)
    const floor = read(answer, 200, Floor)
    expect(floor.trouble).toBeNull()
    expect(Date.now() - (floor.asOf ?? 0)).toBeLessThan(10_000)
    const etag = answer.headers.etag ?? ''
    expect(etag).toBe(`"${floor.boot}-${floor.version}"`)
    const again = await staff.ask('GET', address.floor, { headers: { 'if-none-match': etag } })
    expect(again).toMatchObject({ status: 304, text: '' })
    expect(again.headers.etag).toBe(etag)
    const weak = { 'if-none-match': `W/${etag}` }
    expect(await staff.ask('GET', address.floor, { headers: weak })).toMatchObject({ status: 304 })
  }).toPass()
  const other = { headers: { 'if-none-match': '"0-0"' } }
  read(await staff.ask('GET', address.floor, other), 200, Floor)
})

test('what one person does is told to every screen at once, and all end up alike', async ({
  product,
  staff,
  manager,
  visit,
  order,
}) => {
  const [one, other] = await Promise.all([
    openScreen(product.baseURL, staff),
    openScreen(product.baseURL, manager),
  ])
  const { id } = await order(640)
  const asked = { status: 'open', unpaidMinor: 640, receivedMinor: 0 }
  await manager.ask('POST', address.settleOrder(id), { body: { with: 'card' } })
  const settled = { unpaidMinor: 0, receivedMinor: 640 }
  for (const screen of [one, other]) {
    await expect
      .poll(() => tileOf(screen.floor(), visit.spotId), { timeout: 2000 })
      .toMatchObject(settled)
    const [first, ...patches] = screen.told()
    expect(first?.event).toBe('snapshot')
    expect(patches.every(({ event }) => event === 'patch')).toBe(true)
    const tiles = patches.flatMap(({ event, data }) => (event === 'patch' ? data.set : []))
    const seen = tiles.filter((tile) => tile.spot?.id === visit.spotId)
    expect(seen.map((tile) => ({ ...tile, status: tile.spot?.status }))).toContainEqual(
      expect.objectContaining(asked),
    )
  }
  await expect(async () => {
    const floor = await readFloor(staff)
    expect(one.floor()).toEqual(floor)
    expect(other.floor()).toEqual(floor)
  }).toPass({ timeout: 5000 })
  one.leave()
  other.leave()
})

test('a screen that comes back is told what it missed, and everything where that is not known', async ({
  product,
  staff,
  visit,
  order,
}) => {
  const first = await openScreen(product.baseURL, staff)
  await expect.poll(first.floor).toBeDefined()
  const seen = first.told().at(-1)
  first.leave()
  await order(710)

  const back = await openScreen(product.baseURL, staff, { 'last-event-id': seen?.id ?? '' })
  await expect.poll(() => back.told().at(-1)).toBeDefined()
  const told = back.told()
  expect(told.every(({ event }) => event === 'patch')).toBe(true)
  expect(told[0]).toMatchObject({ data: { from: Number(seen?.id.split('-')[1]) } })
  back.leave()

  for (const unknown of [
    '0123456789ab-1',
    `${seen?.id.split('-')[0]}-999999`,
    'x',
    '',
    '-',
    '9'.repeat(500),
  ]) {
    const screen = await openScreen(product.baseURL, staff, { 'last-event-id': unknown })
    await expect.poll(() => screen.told()[0]?.event).toBe('snapshot')
    expect(tileOf(screen.floor(), visit.spotId)).toMatchObject({ unpaidMinor: 710 })
    screen.leave()
  }
})

test('streams end within 2 s of a sign-out, those of the same session and no others', async ({
  product,
  staff,
}) => {
  const leaving = await signIn(product.baseURL, accounts.staff)
  const screens = await Promise.all(
    [leaving, leaving, staff].map((person) => openScreen(product.baseURL, person)),
  )
  for (const screen of screens) await expect.poll(screen.floor).toBeDefined()
  const stays = screens[2]
  let hasEnded = false
  void stays?.ended.then(() => (hasEnded = true))

  const signedOutAt = Date.now()
  await leaving.ask('DELETE', address.session)
  await Promise.all(screens.slice(0, 2).map(({ ended }) => ended))
  expect(Date.now() - signedOutAt).toBeLessThan(2000)
  expect(hasEnded).toBe(false)
  const path = address.floorStream
  const again = await send(product.baseURL, {
    method: 'GET',
    path,
    headers: { cookie: leaving.cookie },
  })
  readProblem(again, 401, 'unauthenticated')
  stays?.leave()
})
