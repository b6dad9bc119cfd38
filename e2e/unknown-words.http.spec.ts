import { address } from '#contract/address.ts'
import { Floor } from '#contract/floor-schema.ts'
import { Order } from '#contract/order.ts'
import { SpotDetail } from '#contract/spot.ts'
import { draft } from './http/calls.ts'
import { freshKey, ifMatch } from './http/person.ts'
import { read } from './http/read-answer.ts'
import { beginVisit, expect, test } from './http/test.ts'
import { payableKeys, walletState } from './http/wallet-state.ts'

test('law 11: a status that Spotboard does not know is shown raw and breaks nothing', async ({
  sandbox,
  staff,
}) => {
  const id = 777_002
  const body = { id, status: 'being_cleaned', identifier: 'T77', cleaned_by: { robot: [1, null] } }
  await sandbox.control('faults', {
    match: { method: 'GET', path: `/spot/${id}$` },
    times: 1,
    kind: 'garbage',
    status: 200,
    body: JSON.stringify(body),
  })
  const spot = read(await staff.ask('GET', address.spot(id)), 200, SpotDetail)
  expect(spot).toMatchObject({ status: 'being_cleaned', name: 'T77', orders: [] })
  const { tiles } = read(await staff.ask('GET', address.floor), 200, Floor)
  expect(tiles.find((tile) => tile.spot?.id === id)?.spot?.status).toBe('being_cleaned')
})

test('law 11: a payment in an unknown state leaves its order as it is', async ({
  sandbox,
  staff,
  visit,
  order,
}) => {
  const { id, transactionKey = '' } = await order(560)
  await sandbox.control('force', { transactionKey, status: 'on_its_way' })
  const refused = await staff.ask('POST', address.confirmOrder(id), { headers: ifMatch(1) })
  expect(refused.status).toBe(409)
  const [left] = read(await staff.ask('GET', address.spot(visit.spotId)), 200, SpotDetail).orders
  expect(left).toMatchObject({ id, status: 'pending' })

  await sandbox.control('force', { transactionKey, status: 'reserved' })
  const confirmed = await staff.ask('POST', address.confirmOrder(id), { headers: ifMatch(1) })
  expect(read(confirmed, 200, Order).status).toBe('confirmed')
})

test('law 11: a wallet that says opened and shows orders is served the same', async ({
  sandbox,
  staff,
  manager,
}) => {
  await sandbox.control('settings', { openWord: 'opened', merchantSeesOrders: true })
  try {
    const { spotId } = await beginVisit(sandbox)
    const asking = { body: draft(560), headers: freshKey() }
    const { id } = read(await staff.ask('POST', address.spotOrders(spotId), asking), 201, Order)
    const edit = { body: draft(570), headers: { ...freshKey(), ...ifMatch(1) } }
    const edited = read(await staff.ask('PUT', address.order(id), edit), 200, Order)
    expect(payableKeys(await walletState(sandbox), spotId)).toEqual([edited.transactionKey])
    const spot = read(await staff.ask('GET', address.spot(spotId)), 200, SpotDetail)
    expect(spot.status).toBe('open')
    const closing = { body: { endsUnpaid: true } }
    const closed = await manager.ask('POST', address.closeSpot(spotId), closing)
    expect(read(closed, 200, SpotDetail).status).toBe('closed')
  } finally {
    await sandbox.control('settings', { openWord: 'open', merchantSeesOrders: false })
  }
})
