import { address } from '#contract/address.ts'
import { Order } from '#contract/order.ts'
import { Payments } from '#contract/payments.ts'
import { Settings } from '#contract/settings.ts'
import { ifMatch } from './http/person.ts'
import { read, readProblem } from './http/read-answer.ts'
import { expect, test } from './http/test.ts'
import { statusOf, walletState } from './http/wallet-state.ts'

test('law 1: a payment is confirmed by the name under which it was judged, or not at all', async ({
  sandbox,
  staff,
  visit,
  order,
}) => {
  const { id, transactionKey = '' } = await order(1290)
  await sandbox.control('reserve', { guest: visit.guest, transactionKey })
  const path = address.confirmOrder(id)
  const tap = (judged?: string) =>
    staff.ask('POST', path, { body: { judged }, headers: ifMatch(1) })
  const refused = readProblem(await tap('another payment'), 409, 'conflict')
  expect(refused.order).toMatchObject({ status: 'reserved', verdict: { equal: true } })
  expect(statusOf(await walletState(sandbox), transactionKey)).toBe('reserved')

  const { held } = read(await staff.ask('GET', address.payments), 200, Payments)
  const judged = held.find((payment) => payment.order.id === id)?.order.judged
  expect(judged).toBeDefined()
  expect(read(await tap(judged), 200, Order)).toMatchObject({
    status: 'confirmed',
    takenMinor: 1290,
  })
  const { decided } = read(await staff.ask('GET', address.payments), 200, Payments)
  expect(decided[0]?.order).toMatchObject({ id, status: 'confirmed' })
})

test('only a manager confirms less than is held, and never more', async ({
  sandbox,
  staff,
  manager,
  visit,
  order,
}) => {
  const { id, transactionKey = '' } = await order(1290)
  await sandbox.control('reserve', { guest: visit.guest, transactionKey })
  const path = address.confirmOrder(id)
  readProblem(await staff.ask('POST', path, less(500)), 403, 'forbidden')
  for (const amountMinor of [0, -1, 1.5, 1290, 5000]) {
    readProblem(await manager.ask('POST', path, less(amountMinor)), 400, 'invalid')
  }
  expect(statusOf(await walletState(sandbox), transactionKey)).toBe('reserved')
  expect(read(await manager.ask('POST', path, less(500)), 200, Order)).toMatchObject({
    status: 'confirmed',
    totalMinor: 1290,
    heldMinor: 1290,
    takenMinor: 500,
  })
})

test('only a manager sets a rule, which keeps who set it and leaves the other settings alone', async ({
  staff,
  manager,
}) => {
  const before = read(await staff.ask('GET', address.settings), 200, Settings)
  const rules = { body: { autoConfirm: [{ locationId: 77, capMinor: 100 }] } }
  readProblem(await staff.ask('PUT', address.settings, rules), 403, 'forbidden')
  const set = read(await manager.ask('PUT', address.settings, rules), 200, Settings)
  expect(set.undoSeconds).toBe(before.undoSeconds)
  expect(set.autoConfirm).toEqual([{ locationId: 77, capMinor: 100, setBy: expect.any(String) }])
  const twice = { autoConfirm: [...rules.body.autoConfirm, ...rules.body.autoConfirm] }
  readProblem(await manager.ask('PUT', address.settings, { body: twice }), 400, 'invalid')
  const off = await manager.ask('PUT', address.settings, { body: { autoConfirm: [] } })
  expect(read(off, 200, Settings)).toEqual(before)
})

function less(amountMinor: number) {
  return { body: { amountMinor }, headers: ifMatch(1) }
}
