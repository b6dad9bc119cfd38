import { address } from '#contract/address.ts'
import { Day } from '#contract/day.ts'
import { Order } from '#contract/order.ts'
import { draft, LONG_AGO } from './http/calls.ts'
import { everythingKept } from './http/kept.ts'
import { freshKey, ifMatch, type Person } from './http/person.ts'
import { read, readProblem } from './http/read-answer.ts'
import { beginVisit, expect, test } from './http/test.ts'
import { statusOf, walletState } from './http/wallet-state.ts'

async function today(manager: Person): Promise<Day> {
  const { today: date } = read(await manager.ask('GET', address.day(LONG_AGO)), 200, Day)
  return read(await manager.ask('GET', address.day(date)), 200, Day)
}

test('the figures and the file of a day are what the wallet reports as confirmed, to the cent', async ({
  sandbox,
  manager,
  staff,
}) => {
  const before = await today(manager)
  // A hostile name stands in the file as what it is, and begins no formula (law 7).
  const visit = await beginVisit(sandbox, '=HYPERLINK("https://evil.test","TABLE")')
  const keys: string[] = []
  for (const amountMinor of [1290, 777, 1]) {
    const asking = { body: draft(amountMinor), headers: freshKey() }
    const asked = await staff.ask('POST', address.spotOrders(visit.spotId), asking)
    const { id, version, transactionKey = '' } = read(asked, 201, Order)
    await sandbox.control('reserve', { guest: visit.guest, transactionKey })
    const taking = { headers: ifMatch(version) }
    read(await staff.ask('POST', address.confirmOrder(id), taking), 200, Order)
    keys.push(transactionKey)
  }
  const state = await walletState(sandbox)
  const confirmedMinor = state.transactions
    .filter(
      ({ transaction_key: key }) => keys.includes(key) && statusOf(state, key) === 'confirmed',
    )
    .reduce((sum, { payments: [payment] }) => sum + (payment?.price ?? 0), 0)
  expect(confirmedMinor).toBe(2068)

  const { date, report } = await today(manager)
  expect(report.figures.confirmed.amountMinor).toBe(
    before.report.figures.confirmed.amountMinor + confirmedMinor,
  )
  const own = report.payments.filter(({ transactionKey }) => keys.includes(transactionKey ?? ''))
  expect(own.map((one) => [one.amountMinor, one.askedBy, one.confirmedBy])).toEqual([
    [1290, 'Jonas Staff', 'Jonas Staff'],
    [777, 'Jonas Staff', 'Jonas Staff'],
    [1, 'Jonas Staff', 'Jonas Staff'],
  ])

  const file = await manager.ask('GET', address.dayPayments(date))
  expect(file.status).toBe(200)
  expect(file.headers['content-type']).toBe('text/csv; charset=utf-8; header=present')
  expect(file.headers['content-disposition']).toBe(`attachment; filename="payments-${date}.csv"`)
  const [head, ...lines] = file.text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')
  expect(head).toMatch(
    /^kind,time,order,transaction_key,table,amount,currency,tip,reduction,money_back/,
  )
  expect(lines).toHaveLength(report.payments.length)
  const amounts = lines
    .filter((line) => keys.some((key) => line.includes(`,${key},`)))
    .map((line) => /",(\d+\.\d\d),EUR,/.exec(line)?.[1])
  expect(amounts).toEqual(['12.90', '7.77', '0.01'])
  expect(file.text).toContain(`"'=HYPERLINK(""https://evil.test"",""TABLE"")"`)
})

test('money that is given back stands in the day, once for one id, and never more than was received', async ({
  product,
  sandbox,
  manager,
  staff,
  visit,
  order,
}) => {
  const { id, version, transactionKey = '' } = await order(1000)
  const path = address.giveMoneyBack(id)
  const asking = {
    body: { amountMinor: 400, how: 'cash', reason: 'Cold soup' },
    headers: freshKey(),
  }
  readProblem(await manager.ask('POST', path, asking), 409, 'conflict')
  await sandbox.control('reserve', { guest: visit.guest, transactionKey })
  read(await staff.ask('POST', address.confirmOrder(id), { headers: ifMatch(version) }), 200, Order)
  const before = await everythingKept(product, sandbox)
  readProblem(await staff.ask('POST', path, asking), 403, 'forbidden')
  readProblem(await manager.ask('POST', path, { body: asking.body }), 400, 'invalid')
  expect(await everythingKept(product, sandbox)).toEqual(before)

  const first = read(await manager.ask('POST', path, asking), 200, Order)
  expect(read(await manager.ask('POST', path, asking), 200, Order)).toEqual(first)
  expect(first).toMatchObject({ status: 'confirmed', totalMinor: 1000 })
  expect(first.moneyBack?.map(({ amountMinor, by }) => [amountMinor, by])).toEqual([
    [400, 'Rasa Manager'],
  ])
  const other = { ...asking, body: { ...asking.body, amountMinor: 500 } }
  readProblem(await manager.ask('POST', path, other), 422, 'idempotency_key_reused')
  const tooMuch = { body: { ...asking.body, amountMinor: 601 }, headers: freshKey() }
  readProblem(await manager.ask('POST', path, tooMuch), 409, 'conflict')
  const { report, givenBack } = await today(manager)
  expect(givenBack[id]).toBe(400)
  expect(report.payments.find(({ orderId }) => orderId === id)).toMatchObject({
    amountMinor: 1000,
    moneyBackMinor: 400,
  })
})

test('law 10: above the limit of a visit asking less needs a manager, and both stand in the day', async ({
  product,
  sandbox,
  manager,
  staff,
  order,
}) => {
  const { id } = await order(2500)
  const other = await order(700)
  const path = address.order(id)
  expect(read(await staff.ask('PUT', path, lowered(2100, 1)), 200, Order).totalMinor).toBe(2100)
  const before = await everythingKept(product, sandbox)
  const gone = { body: { reason: 'Never came' }, headers: ifMatch(1) }
  const refused = await staff.ask('DELETE', address.order(other.id), gone)
  expect(readProblem(refused, 403, 'manager_required')).toMatchObject({
    limitMinor: 1000,
    reducedMinor: 400,
    currency: 'EUR',
  })
  expect(await everythingKept(product, sandbox)).toEqual(before)
  read(await manager.ask('DELETE', address.order(other.id), gone), 200, Order)

  const { report } = await today(manager)
  const own = report.reductions.filter(({ orderId }) => orderId === id || orderId === other.id)
  expect(own.map((one) => [one.kind, one.amountMinor, one.reason, one.by])).toEqual([
    ['lowered', 400, 'Typed wrong', 'Jonas Staff'],
    ['deleted', 700, 'Never came', 'Rasa Manager'],
  ])
})

test('a day that is over closes once and stays as it was closed; days are for managers', async ({
  product,
  sandbox,
  manager,
  staff,
}) => {
  const before = await everythingKept(product, sandbox)
  readProblem(await staff.ask('GET', address.day(LONG_AGO)), 403, 'forbidden')
  readProblem(await staff.ask('GET', address.dayPayments(LONG_AGO)), 403, 'forbidden')
  const asking = { body: { reasons: [] } }
  readProblem(await staff.ask('POST', address.closeDay(LONG_AGO), asking), 403, 'forbidden')
  for (const wrong of ['2026-02-30', '2999-01-01', 'today']) {
    readProblem(await manager.ask('GET', address.day(wrong)), 404, 'not_found')
    readProblem(await manager.ask('POST', address.closeDay(wrong), asking), 404, 'not_found')
  }
  expect(await everythingKept(product, sandbox)).toEqual(before)

  const date = '2020-03-03'
  const closings = await Promise.all(
    Array.from({ length: 4 }, () => manager.ask('POST', address.closeDay(date), asking)),
  )
  const days = closings.map((answer) => read(answer, 200, Day))
  for (const day of days) expect(day).toEqual(days[0])
  expect(days[0]?.closed?.by).toBe('Rasa Manager')
})

function lowered(minor: number, version: number) {
  return {
    body: { ...draft(minor), reason: 'Typed wrong' },
    headers: { ...freshKey(), ...ifMatch(version) },
  }
}
