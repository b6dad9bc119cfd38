import { address } from '#contract/address.ts'
import { Floor } from '#contract/floor-schema.ts'
import { Order } from '#contract/order.ts'
import { SpotDetail } from '#contract/spot.ts'
import { draft } from './http/calls.ts'
import { freshKey, ifMatch } from './http/person.ts'
import { read, readProblem } from './http/read-answer.ts'
import { expect, test } from './http/test.ts'
import { hangingKeys, payableKeys, walletState } from './http/wallet-state.ts'

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
