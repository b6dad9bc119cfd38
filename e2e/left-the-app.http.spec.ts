import { address } from '#contract/address.ts'
import { Floor } from '#contract/floor-schema.ts'
import { Order } from '#contract/order.ts'
import { Settings } from '#contract/settings.ts'
import { SpotDetail } from '#contract/spot.ts'
import { draft } from './http/calls.ts'
import { freshKey, ifMatch } from './http/person.ts'
import { read, readProblem } from './http/read-answer.ts'
import { expect, test } from './http/test.ts'
import { hangingKeys, payableKeys, walletState } from './http/wallet-state.ts'

/** Open spots are read less often than those where somebody waits. */
const inPollTime = { timeout: 80_000 }

test('law 6: an order of guests who have left the app is still ours to take back', async ({
  sandbox,
  staff,
  manager,
  visit,
  order,
}) => {
  const { id, transactionKey } = await order(610)
  await sandbox.control('leave', { guest: visit.guest })
  const removal = await manager.ask('DELETE', address.order(id), { headers: ifMatch(1) })
  expect(read(removal, 200, Order).closedAs).toBe('deleted')
  const state = await walletState(sandbox)
  expect(payableKeys(state, visit.spotId)).toEqual([])
  expect(hangingKeys(state)).not.toContain(transactionKey)
  const { tiles } = read(await staff.ask('GET', address.floor), 200, Floor)
  expect(tiles.find(({ spot }) => spot?.id === visit.spotId)).toMatchObject({ unpaidMinor: 0 })
})

test('law 6: an order of guests who have left is not changed any more, and the table can be freed', async ({
  hanging,
  sandbox,
  manager,
  visit,
  order,
}) => {
  const { id } = await order(610)
  await sandbox.control('leave', { guest: visit.guest })
  const edit = { body: draft(900), headers: { ...freshKey(), ...ifMatch(1) } }
  const edited = await manager.ask('PUT', address.order(id), edit)
  expect(readProblem(edited, 409, 'conflict').order).toMatchObject({ version: 1, totalMinor: 610 })
  expect(payableKeys(await walletState(sandbox), visit.spotId)).toEqual([])

  const closing = { body: { endsUnpaid: true } }
  const closed = await manager.ask('POST', address.closeSpot(visit.spotId), closing)
  expect(read(closed, 200, SpotDetail).status).toBe('closed')
  expect(await hanging()).toEqual([])
})

test('what guests left unpaid is asked about, answered once, and written off with a reason', async ({
  hanging,
  sandbox,
  staff,
  manager,
  visit,
  order,
}) => {
  test.slow()
  const { id } = await order(610)
  const spot = async () => read(await staff.ask('GET', address.spot(visit.spotId)), 200, SpotDetail)
  const tile = async () => {
    const { tiles } = read(await staff.ask('GET', address.floor), 200, Floor)
    return tiles.find((one) => one.spot?.id === visit.spotId)
  }
  await sandbox.control('leave', { guest: visit.guest })
  await expect.poll(async () => (await tile())?.left, inPollTime).toMatchObject({ isAlarm: false })
  const [left] = (await spot()).departures
  expect(left).toMatchObject({ orderIds: [id], version: 0 })
  const visitId = left?.visitId ?? ''
  const say = (person: typeof staff, version: number, saying: object) =>
    person.ask('POST', address.departure(visit.spotId), {
      body: { visitId, ...saying },
      headers: ifMatch(version),
    })

  const [gone] = read(await say(staff, 0, { answer: 'gone' }), 200, SpotDetail).departures
  expect(gone).toMatchObject({ answer: 'gone', version: 1, isAlarm: true })
  expect((await tile())?.left).toMatchObject({ isAlarm: true })
  const late = readProblem(await say(manager, 0, { answer: 'here' }), 412, 'conflict')
  expect(late).toMatchObject({ departure: { answeredBy: gone?.answeredBy } })

  readProblem(await say(staff, 1, { answer: 'written_off' }), 400, 'invalid')
  const writtenOff = await say(staff, 1, { answer: 'written_off', reason: 'Left without paying' })
  expect(read(writtenOff, 200, SpotDetail).departures).toEqual([])
  expect(await tile()).toMatchObject({ unpaidMinor: 0, unsettled: 0 })
  expect(await hanging()).toEqual([])
  readProblem(await say(manager, 2, { answer: 'here' }), 409, 'conflict')
})

test('a settled spot closes by itself where a manager wants it, and one call of anybody keeps it open', async ({
  staff,
  manager,
  visit,
  order,
}) => {
  const { id } = await order(610)
  await staff.ask('POST', address.settleOrder(id), { body: { with: 'cash' } })
  const spot = async () => read(await staff.ask('GET', address.spot(visit.spotId)), 200, SpotDetail)
  expect((await spot()).closesAt).toBeUndefined()
  const set = (minutes: number) =>
    manager.ask('PUT', address.settings, { body: { closeSettledAfterMinutes: minutes } })
  try {
    read(await set(5), 200, Settings)
    await expect.poll(async () => (await spot()).closesAt).toBeDefined()
    const kept = await staff.ask('DELETE', address.closeSpot(visit.spotId))
    expect(read(kept, 200, SpotDetail).closesAt).toBeUndefined()
    read(await staff.ask('DELETE', address.closeSpot(visit.spotId)), 200, SpotDetail)
  } finally {
    await set(0)
  }
})
