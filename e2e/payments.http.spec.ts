import { address } from '#contract/address.ts'
import { Floor } from '#contract/floor-schema.ts'
import { Order } from '#contract/order.ts'
import { SpotDetail } from '#contract/spot.ts'
import { draft } from './http/calls.ts'
import { createTransaction } from './http/other-program.ts'
import { freshKey, ifMatch } from './http/person.ts'
import { read, readProblem } from './http/read-answer.ts'
import { expect, test } from './http/test.ts'
import { payableKeys, statusOf, walletState } from './http/wallet-state.ts'

test('law 1: only what the wallet confirms is received', async ({
  sandbox,
  staff,
  visit,
  order,
}) => {
  const { id, transactionKey = '' } = await order(1290)
  const path = address.confirmOrder(id)
  readProblem(await staff.ask('POST', path), 428, 'precondition_required')
  readProblem(await staff.ask('POST', path, { headers: ifMatch(2) }), 412, 'conflict')
  const early = readProblem(await staff.ask('POST', path, { headers: ifMatch(1) }), 409, 'conflict')
  expect(early.order?.status).toBe('pending')

  await sandbox.control('reserve', { guest: visit.guest, transactionKey })
  const confirmed = read(await staff.ask('POST', path, { headers: ifMatch(1) }), 200, Order)
  expect(confirmed.status).toBe('confirmed')
  expect(statusOf(await walletState(sandbox), transactionKey)).toBe('confirmed')
  const again = readProblem(await staff.ask('POST', path, { headers: ifMatch(1) }), 409, 'conflict')
  expect(again.order).toEqual(confirmed)
})

test('law 1: two tablets that confirm at once take the money once', async ({
  sandbox,
  staff,
  manager,
  visit,
  order,
}) => {
  const { id, transactionKey = '' } = await order(1290)
  await sandbox.control('reserve', { guest: visit.guest, transactionKey })
  const { calls } = await walletState(sandbox)
  const path = address.confirmOrder(id)
  const answers = await Promise.all(
    [staff, manager].map((person) => person.ask('POST', path, { headers: ifMatch(1) })),
  )
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const after = await walletState(sandbox)
  const name = Object.keys(after.calls).find((call) => /^PUT .*confirm/.test(call)) ?? ''
  expect(after.calls[name]).toBe((calls[name] ?? 0) + 1)
})

test('law 1: what differs from what was asked is for a manager, who is shown the difference', async ({
  sandbox,
  staff,
  manager,
  visit,
  order,
}) => {
  const { id, transactionKey = '' } = await order(1290)
  await sandbox.control('force', { transactionKey, priceMinor: 290 })
  await sandbox.control('reserve', { guest: visit.guest, transactionKey })
  const path = address.confirmOrder(id)
  const refused = readProblem(
    await staff.ask('POST', path, { headers: ifMatch(1) }),
    409,
    'conflict',
  )
  expect(refused.order).toMatchObject({
    status: 'reserved',
    verdict: { equal: false, differences: [{ what: 'amount', expected: '1290', found: '290' }] },
  })
  readProblem(await manager.ask('POST', path, { headers: ifMatch(1) }), 409, 'conflict')
  expect(statusOf(await walletState(sandbox), transactionKey)).toBe('reserved')

  const asking = { body: { acceptsDifferences: true }, headers: ifMatch(1) }
  expect(read(await manager.ask('POST', path, asking), 200, Order).status).toBe('confirmed')
  expect(statusOf(await walletState(sandbox), transactionKey)).toBe('confirmed')
})

test('a held payment locks its order until a manager gives the money back', async ({
  sandbox,
  manager,
  visit,
  order,
}) => {
  const { id, transactionKey = '' } = await order(800)
  const decline = () => manager.ask('POST', address.declineOrder(id), { body: { reason: 'Wrong' } })
  readProblem(await decline(), 409, 'conflict')
  await sandbox.control('reserve', { guest: visit.guest, transactionKey })

  const edit = { body: draft(900), headers: { ...freshKey(), ...ifMatch(1) } }
  const locked = readProblem(await manager.ask('PUT', address.order(id), edit), 409, 'conflict')
  expect(locked.order).toMatchObject({ status: 'reserved', version: 1, totalMinor: 800 })
  expect(locked.order?.work).toBeUndefined()
  const deletion = { headers: ifMatch(1) }
  readProblem(await manager.ask('DELETE', address.order(id), deletion), 409, 'conflict')
  const cash = { body: { with: 'cash' } }
  readProblem(await manager.ask('POST', address.settleOrder(id), cash), 409, 'conflict')
  expect(statusOf(await walletState(sandbox), transactionKey)).toBe('reserved')

  expect(read(await decline(), 200, Order)).toMatchObject({
    status: 'closed',
    closedAs: 'declined',
  })
  expect(statusOf(await walletState(sandbox), transactionKey)).toBe('revoked')
  readProblem(await decline(), 409, 'conflict')
})

test('law 4: an order that the guest has paid unseen is not deleted any more, and keeps its money held', async ({
  sandbox,
  manager,
  visit,
  order,
}) => {
  const { id, transactionKey = '' } = await order(800)
  await sandbox.control('reserve', { guest: visit.guest, transactionKey })
  const deletion = { headers: ifMatch(1) }
  const answer = await manager.ask('DELETE', address.order(id), deletion)
  const refused = readProblem(answer, 409, 'conflict')
  expect(refused.order).toMatchObject({ status: 'reserved', version: 1 })
  expect(refused.order?.work).toBeUndefined()
  expect(statusOf(await walletState(sandbox), transactionKey)).toBe('reserved')
})

for (const settledWith of ['cash', 'card'] as const) {
  test(`law 4: an order that is settled with ${settledWith} cannot be paid in the app as well`, async ({
    sandbox,
    staff,
    visit,
    order,
  }) => {
    const { id, transactionKey = '' } = await order(800)
    const asking = { body: { with: settledWith, reason: 'No phone' } }
    const settled = read(await staff.ask('POST', address.settleOrder(id), asking), 200, Order)
    expect(settled).toMatchObject({ status: 'closed', closedAs: 'settled', settledWith })
    const state = await walletState(sandbox)
    expect(statusOf(state, transactionKey)).toBe('deleted')
    expect(payableKeys(state, visit.spotId)).toEqual([])
    readProblem(await staff.ask('POST', address.settleOrder(id), asking), 409, 'conflict')
  })
}

test('a transaction that somebody else has made is put on a spot, once', async ({
  product,
  sandbox,
  staff,
  manager,
  visit,
  order,
}) => {
  const { id, transactionKey = '' } = await order(650)
  const path = address.spotOrders(visit.spotId)
  const known = { body: { transactionKey }, headers: freshKey() }
  readProblem(await staff.ask('POST', path, known), 409, 'conflict')

  const made = await createTransaction(product.sandboxURL, 475)
  const asking = { body: { transactionKey: made }, headers: freshKey() }
  const put = read(await staff.ask('POST', path, asking), 201, Order)
  expect(put).toMatchObject({ status: 'pending', transactionKey: made, totalMinor: 475 })
  expect(read(await staff.ask('POST', path, asking), 201, Order)).toEqual(put)
  const state = await walletState(sandbox)
  expect(payableKeys(state, visit.spotId).toSorted()).toEqual([transactionKey, made].toSorted())

  await sandbox.control('reserve', { guest: visit.guest, transactionKey: made })
  const taken = await staff.ask('POST', address.confirmOrder(put.id), { headers: ifMatch(1) })
  expect(read(taken, 200, Order).status).toBe('confirmed')
  await manager.ask('DELETE', address.order(id), { headers: ifMatch(1) })
})

test('law 4: a spot is not closed over a held payment, and closing ends what is unpaid', async ({
  sandbox,
  manager,
  visit,
  order,
}) => {
  const held = await order(800)
  const unpaid = await order(300)
  await sandbox.control('reserve', {
    guest: visit.guest,
    transactionKey: held.transactionKey ?? '',
  })
  const path = address.closeSpot(visit.spotId)
  const close = { body: { endsUnpaid: true } }
  const refused = readProblem(await manager.ask('POST', path, close), 409, 'conflict')
  expect(refused.ends?.map(({ orderId, status }) => [orderId, status])).toEqual([
    [held.id, 'reserved'],
    [unpaid.id, 'pending'],
  ])
  expect(payableKeys(await walletState(sandbox), visit.spotId)).toEqual([unpaid.transactionKey])

  const taken = await manager.ask('POST', address.confirmOrder(held.id), { headers: ifMatch(1) })
  read(taken, 200, Order)
  const closed = read(await manager.ask('POST', path, close), 200, SpotDetail)
  expect(closed.status).toBe('closed')
  const state = await walletState(sandbox)
  expect(state.spots.find(({ id }) => id === visit.spotId)?.status).toBe('closed')
  expect(statusOf(state, unpaid.transactionKey ?? '')).toBe('deleted')
  expect(statusOf(state, held.transactionKey ?? '')).toBe('confirmed')
})

test('law 4: money that came in unseen is not forgotten when its spot is closed', async ({
  sandbox,
  manager,
  visit,
  order,
}) => {
  const { id, transactionKey = '' } = await order(800)
  await sandbox.control('force', { transactionKey, status: 'confirmed' })
  const path = address.closeSpot(visit.spotId)
  const closed = await manager.ask('POST', path, { body: { endsUnpaid: true } })
  read(closed, 200, SpotDetail)
  const again = await manager.ask('POST', address.confirmOrder(id), { headers: ifMatch(1) })
  expect(readProblem(again, 409, 'conflict').order?.status).toBe('confirmed')
})

test('a settled spot is closed by staff and is free for the next guests', async ({
  sandbox,
  staff,
  visit,
  order,
}) => {
  const { id } = await order(300)
  await staff.ask('POST', address.settleOrder(id), { body: { with: 'cash' } })
  const path = address.closeSpot(visit.spotId)
  expect(read(await staff.ask('POST', path), 200, SpotDetail)).toMatchObject({
    status: 'closed',
    orders: [],
  })

  await sandbox.scan('the next guest', visit.identifier)
  const tile = async () => {
    const { tiles } = read(await staff.ask('GET', address.floor), 200, Floor)
    return tiles.find(({ spot }) => spot?.id === visit.spotId)?.spot?.status
  }
  await expect.poll(tile).toBe('waiting')
})
