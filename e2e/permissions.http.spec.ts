import { address } from '#contract/address.ts'
import { Menu } from '#contract/menu.ts'
import { Order } from '#contract/order.ts'
import { SpotDetail } from '#contract/spot.ts'
import { draft } from './http/calls.ts'
import { everythingKept } from './http/kept.ts'
import { freshKey, ifMatch } from './http/person.ts'
import { read, readProblem } from './http/read-answer.ts'
import { expect, test } from './http/test.ts'

test('the menu is read by everybody and written by managers', async ({
  product,
  sandbox,
  manager,
  staff,
}) => {
  const menu = read(await staff.ask('GET', address.menu), 200, Menu)
  const asking = { body: { items: menu.items }, headers: ifMatch(menu.version) }
  const before = await everythingKept(product, sandbox)
  readProblem(await staff.ask('PUT', address.menu, asking), 403, 'forbidden')
  expect(await everythingKept(product, sandbox)).toEqual(before)

  const saved = read(await manager.ask('PUT', address.menu, asking), 200, Menu)
  expect(saved.items).toEqual(menu.items)
  readProblem(await manager.ask('PUT', address.menu, asking), 412, 'conflict')
  readProblem(
    await manager.ask('PUT', address.menu, { body: asking.body }),
    428,
    'precondition_required',
  )
})

test('staff take a payment that matches; only managers give one back', async ({
  product,
  sandbox,
  manager,
  staff,
  visit,
  order,
}) => {
  const { id, version, transactionKey = '' } = await order(900)
  const before = await everythingKept(product, sandbox)
  readProblem(await staff.ask('POST', address.declineOrder(id), { body: {} }), 403, 'forbidden')
  const takesAnything = { body: { acceptsDifferences: true }, headers: ifMatch(version) }
  readProblem(await staff.ask('POST', address.confirmOrder(id), takesAnything), 403, 'forbidden')
  expect(await everythingKept(product, sandbox)).toEqual(before)

  await sandbox.control('reserve', { guest: visit.guest, transactionKey })
  const confirmed = await staff.ask('POST', address.confirmOrder(id), { headers: ifMatch(version) })
  expect(read(confirmed, 200, Order).status).toBe('confirmed')
  readProblem(await manager.ask('POST', address.declineOrder(id)), 409, 'conflict')
})

test('law 10: staff lower or delete with a reason, managers also without', async ({
  product,
  sandbox,
  manager,
  staff,
  order,
}) => {
  const { id } = await order(500)
  const path = address.order(id)
  const before = await everythingKept(product, sandbox)
  const lower = { body: draft(400), headers: { ...freshKey(), ...ifMatch(1) } }
  readProblem(await staff.ask('PUT', path, lower), 403, 'reason_required')
  readProblem(await staff.ask('DELETE', path, { headers: ifMatch(1) }), 403, 'reason_required')
  const blank = { body: { reason: '  ' }, headers: ifMatch(1) }
  readProblem(await staff.ask('DELETE', path, blank), 400, 'invalid')
  expect(await everythingKept(product, sandbox)).toEqual(before)

  expect(read(await manager.ask('PUT', path, lower), 200, Order).totalMinor).toBe(400)
  const raised = { body: draft(600), headers: { ...freshKey(), ...ifMatch(2) } }
  expect(read(await staff.ask('PUT', path, raised), 200, Order).totalMinor).toBe(600)
  const reasoned = { body: { ...draft(300), reason: 'One less' } }
  const lowered = await staff.ask('PUT', path, {
    ...reasoned,
    headers: { ...freshKey(), ...ifMatch(3) },
  })
  expect(read(lowered, 200, Order).totalMinor).toBe(300)
  const gone = { body: { reason: 'Left' }, headers: ifMatch(4) }
  expect(read(await staff.ask('DELETE', path, gone), 200, Order).closedAs).toBe('deleted')

  const other = await order(1000)
  const deleted = await manager.ask('DELETE', address.order(other.id), { headers: ifMatch(1) })
  expect(read(deleted, 200, Order)).toMatchObject({ status: 'closed', closedAs: 'deleted' })
})

test('staff close what is settled; only managers end what is unpaid', async ({
  product,
  sandbox,
  manager,
  staff,
  visit,
  order,
}) => {
  const { id } = await order(1000)
  const path = address.closeSpot(visit.spotId)
  const before = await everythingKept(product, sandbox)
  const ends = [{ orderId: id, status: 'pending', totalMinor: 1000, currency: 'EUR' }]
  for (const person of [staff, manager]) {
    const refused = readProblem(await person.ask('POST', path), 409, 'conflict')
    expect(refused.ends).toEqual(ends)
  }
  const forced = { body: { endsUnpaid: true } }
  readProblem(await staff.ask('POST', path, forced), 403, 'forbidden')
  expect(await everythingKept(product, sandbox)).toEqual(before)

  const closed = read(await manager.ask('POST', path, forced), 200, SpotDetail)
  expect(closed.status).toBe('closed')
})
