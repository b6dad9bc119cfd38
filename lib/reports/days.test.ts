import assert from 'node:assert/strict'
import { afterEach, mock, test } from 'node:test'
import type { Day } from '#contract/day.ts'
import { eachDatabase } from '#lib/database/testing/databases.ts'
import type { Database } from '#lib/database/open-database.ts'
import { saveSettings } from '#lib/settings/settings.ts'
import { addTables } from '#lib/tables/add-tables.ts'
import { changeTable } from '#lib/tables/change-table.ts'
import { closeDay } from './close-day.ts'
import { describeDay } from './describe-day.ts'
import { paymentsCsv } from './payments-csv.ts'
import { book, bookSpot, confirmed, giveBack, settled } from './testing/booked-day.ts'

const rasa = { staffId: 'r', name: 'Rasa', sessionId: 's', address: null }
const egle = { staffId: 'e', name: 'Eglė', sessionId: 't', address: null }
const at = (local: string) => Date.parse(`${local}+02:00`)
const setTime = (local: string) => {
  mock.timers.reset()
  mock.timers.enable({ apis: ['Date'], now: at(local) })
}
const DAY = '2026-11-27'
const NEXT = '2026-11-28'

const sums = ({ report: { figures } }: Day) => ({
  confirmed: figures.confirmed.amountMinor,
  cash: figures.cash.amountMinor,
  back: figures.moneyBack.amountMinor,
})

const names = ({ report }: Day) => [
  ...report.payments.map(({ spotName }) => spotName),
  ...report.moneyBack.map(({ spotName }) => spotName),
]

eachDatabase('business days', (open) => {
  afterEach(() => mock.timers.reset())

  const house = async (): Promise<Database> => {
    const { db } = await open()
    await saveSettings(db, rasa, { timeZone: 'Europe/Vilnius' })
    await bookSpot(db, 1, 'TABLE1')
    await bookSpot(db, 2, '=TABLE2')
    await bookSpot(db, 101, 'TERRACE1')
    return db
  }

  test('hold what came until four in the morning, by hour, by person and by place', async () => {
    const db = await house()
    await book(db, confirmed('a', at('2026-11-27T19:00'), at('2026-11-27T19:30'), 1290))
    await book(db, confirmed('b', at('2026-11-28T03:10'), at('2026-11-28T03:59:59.999'), 500))
    await book(db, confirmed('c', at('2026-11-28T03:50'), at('2026-11-28T04:00'), 700))
    await book(db, { ...settled('d', at('2026-11-27T20:05'), 850, 'Jonas'), spot_id: 101 })
    await book(db, {
      ...confirmed('e', at('2026-11-27T20:00'), at('2026-11-27T20:10'), 990),
      held_currency: 'PLN',
    })
    await giveBack(db, 'a', at('2026-11-27T21:00'), 290)
    setTime('2026-11-28T12:00')
    const { report, from, until } = await describeDay(db, DAY)
    assert.deepEqual([from, until], [at('2026-11-27T04:00'), at('2026-11-28T04:00')])
    const { figures } = report
    assert.deepEqual(figures.confirmed, { count: 2, amountMinor: 1790 })
    assert.deepEqual(figures.cash, { count: 1, amountMinor: 850 })
    assert.equal(figures.cashExpectedMinor, 560)
    assert.deepEqual(figures.otherCurrencies, [
      { currency: 'PLN', sum: { count: 1, amountMinor: 990 } },
    ])
    assert.equal(figures.hours.length, 24)
    assert.deepEqual(
      figures.hours.flatMap(({ startsAt, confirmedMinor, otherwiseMinor }) =>
        confirmedMinor + otherwiseMinor > 0 ? [[startsAt, confirmedMinor, otherwiseMinor]] : [],
      ),
      [
        [at('2026-11-27T19:00'), 1290, 0],
        [at('2026-11-27T20:00'), 0, 850],
        [at('2026-11-28T03:00'), 500, 0],
      ],
    )
    assert.deepEqual(
      figures.staff.map(({ name, confirmed: of, cashExpectedMinor }) => [
        name,
        of.amountMinor,
        cashExpectedMinor,
      ]),
      [
        ['Jonas', 0, 850],
        ['Ona', 1790, 0],
        ['Rasa', 0, -290],
      ],
    )
    assert.deepEqual(
      figures.locations.map(({ locationId, title }) => [locationId, title]),
      [
        [3, 'Cool caffe'],
        [4, 'Terrace'],
      ],
    )
    assert.deepEqual(figures.toConfirmation, { count: 3, medianMs: 20_000, p90Ms: 20_000 })
  })

  test('are frozen when they are closed, and what comes later is marked on both days', async () => {
    const db = await house()
    await book(db, confirmed('a', at('2026-11-27T19:00'), at('2026-11-27T19:30'), 1290))
    await book(db, confirmed('b', at('2026-11-27T22:00'), at('2026-11-28T05:00'), 400))
    setTime('2026-11-28T10:00')
    const closed = await closeDay(db, { date: DAY, reasons: [], actor: rasa })
    assert.equal(closed.closed?.by, 'Rasa')
    await giveBack(db, 'a', at('2026-11-28T11:00'), 290)
    setTime('2026-11-28T12:00')

    const day = await describeDay(db, DAY)
    assert.deepEqual(sums(day), { confirmed: 1290, cash: 0, back: 0 })
    assert.deepEqual(day.report, closed.report)
    assert.deepEqual(day.givenBack, { a: 290 })
    assert.deepEqual(
      day.later.map(({ what, orderId, amountMinor, countsOn }) => [
        what,
        orderId,
        amountMinor,
        countsOn,
      ]),
      [
        ['confirmed', 'b', 400, NEXT],
        ['money_back', 'a', 290, NEXT],
      ],
    )
    const next = await describeDay(db, NEXT)
    assert.deepEqual(sums(next), { confirmed: 400, cash: 0, back: 290 })
    assert.equal(next.report.payments[0]?.orderDate, DAY)
    assert.equal(next.report.moneyBack[0]?.orderDate, DAY)
  })

  test('that are closed before their hour end then, and the next one goes on from there', async () => {
    const db = await house()
    await book(db, confirmed('a', at('2026-11-27T19:00'), at('2026-11-27T19:30'), 1290))
    setTime('2026-11-27T23:40')
    await closeDay(db, { date: DAY, reasons: [], actor: rasa })
    await book(db, settled('b', at('2026-11-28T00:30'), 600, 'Ona'))
    setTime('2026-11-28T12:00')
    const day = await describeDay(db, DAY)
    assert.deepEqual(sums(day), { confirmed: 1290, cash: 0, back: 0 })
    assert.deepEqual(
      day.later.map(({ what, orderId, countsOn }) => [what, orderId, countsOn]),
      [['settled', 'b', NEXT]],
    )
    const next = await describeDay(db, NEXT)
    assert.deepEqual(sums(next), { confirmed: 0, cash: 600, back: 0 })
    assert.equal(next.from, at('2026-11-27T23:40'))
    assert.equal(next.report.figures.hours[0]?.startsAt, at('2026-11-27T23:00'))
  })

  test('close when everything is settled or a manager has given a reason for each thing that is not', async () => {
    const db = await house()
    await db.updateTable('spots').set({ visit_id: 'visit 1' }).where('id', '=', 1).execute()
    await db.updateTable('spots').set({ visit_id: 'visit 101' }).where('id', '=', 101).execute()
    await book(db, { id: 'a', askedAt: at('2026-11-27T20:00'), totalMinor: 700 })
    await book(db, { id: 'b', spot_id: 2, askedAt: at('2026-11-27T21:00'), totalMinor: 800 })
    await book(db, {
      id: 'c',
      askedAt: at('2026-11-27T22:00'),
      totalMinor: 900,
      status: 'reserved',
    })
    setTime('2026-11-27T23:00')
    const { open: lines } = await describeDay(db, DAY)
    assert.deepEqual(
      lines.map(({ kind, spotName }) => [kind, spotName]),
      [
        ['spot', 'TERRACE1'],
        ['unpaid', 'TABLE1'],
        ['walk_out', '=TABLE2'],
        ['held', 'TABLE1'],
      ],
    )
    const reasons = lines.map(({ key }) => ({ key, reason: 'They come tomorrow' }))
    await assert.rejects(
      closeDay(db, { date: DAY, reasons: reasons.slice(1), actor: rasa }),
      (error: { code: string; members: { open: Day['open'] } }) => {
        assert.equal(error.code, 'conflict')
        assert.deepEqual(error.members.open, lines)
        return true
      },
    )
    // A reason for an unpaid order is none for the payment that has been held since.
    await db.updateTable('orders').set({ status: 'reserved' }).where('id', '=', 'a').execute()
    await assert.rejects(closeDay(db, { date: DAY, reasons, actor: rasa }), { code: 'conflict' })
    await db.updateTable('orders').set({ status: 'pending' }).where('id', '=', 'a').execute()

    const { closed, open: still } = await closeDay(db, { date: DAY, reasons, actor: rasa })
    assert.deepEqual(
      closed?.left.map(({ key, reason }) => ({ key, reason })),
      reasons,
    )
    assert.deepEqual(still, [])
    setTime('2026-11-28T12:00')
    assert.equal((await describeDay(db, NEXT)).open.length, 4)
  })

  test('close once, whoever closes them at the same time', async () => {
    const db = await house()
    await book(db, confirmed('a', at('2026-11-27T19:00'), at('2026-11-27T19:30'), 1290))
    setTime('2026-11-28T10:00')
    const closings = await Promise.all(
      [rasa, egle, rasa, egle].map((actor) => closeDay(db, { date: DAY, reasons: [], actor })),
    )
    for (const day of closings) assert.deepEqual(day, closings[0])
    const acts = await db.selectFrom('audit').select('act').where('act', '=', 'day.close').execute()
    assert.equal(acts.length, 1)
  })

  test('do not close before they begin', async () => {
    const db = await house()
    setTime('2026-11-27T12:00')
    await assert.rejects(closeDay(db, { date: NEXT, reasons: [], actor: rasa }), {
      code: 'not_found',
    })
  })

  test('call a place by its table’s name, and once they are closed by the name that it had then', async () => {
    const db = await house()
    const facts = { area: null, seats: null, locationId: 3 }
    const { tables } = await addTables(db, rasa, {
      tables: [{ ...facts, identifier: 'table1', name: 'Window' }],
    })
    await book(db, confirmed('a', at('2026-11-27T19:00'), at('2026-11-27T19:30'), 1290))
    await giveBack(db, 'a', at('2026-11-27T21:00'), 290)
    setTime('2026-11-28T12:00')
    assert.deepEqual(names(await describeDay(db, DAY)), ['Window', 'Window'])
    assert.match(paymentsCsv(await describeDay(db, DAY)), /,Window,12\.90,/)
    await closeDay(db, { date: DAY, reasons: [], actor: rasa })
    await changeTable(db, rasa, tables[0]?.id ?? '', { name: 'Door' }, 1)
    assert.deepEqual(names(await describeDay(db, DAY)), ['Window', 'Window'])
    assert.deepEqual((await describeDay(db, NEXT)).open, [])
  })
})
