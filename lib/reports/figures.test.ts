import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sumMinor } from '#contract/money.ts'
import type { DayBook } from './day-book.ts'
import { figuresOf } from './figures.ts'
import { spreadOf } from './spread.ts'

const HOUR_MS = 3_600_000
const bounds = { fromMs: 0, untilMs: 24 * HOUR_MS }

const minor = fc.integer({ min: 1, max: 10_000_000 })
const person = fc.constantFrom('Ona', 'Jonas', 'Rasa')
const order = fc.record({
  order_id: fc.uuid(),
  spot_id: fc.integer({ min: 1, max: 50 }),
  closed_as: fc.constantFrom('declined', 'expired', 'refused', 'ended_with_spot', 'deleted'),
  settled_with: fc.constantFrom('cash', 'card'),
  settled_by: person,
  decided_by: person,
  transaction_key: fc.constant('key'),
  created_by: person,
  reserved_at: fc.option(fc.constant(0)),
  confirmed_at: fc.constant(0),
  taken_minor: fc.option(minor),
  held_currency: fc.option(fc.constantFrom('EUR', 'EUR', 'PLN', 'JPY')),
  lines: fc.constant('[]'),
  total_minor: minor,
  currency: fc.constant('EUR'),
  asked_at: fc.constant(0),
  identifier: fc.constant('TABLE1'),
  location_id: fc.option(fc.integer({ min: 1, max: 3 })),
  title: fc.option(fc.constantFrom('Cool caffe', 'Terrace')),
  at: fc.integer({ min: 0, max: bounds.untilMs - 1 }),
})
const orders = fc.array(order, { maxLength: 30 })
const dayBook: fc.Arbitrary<DayBook> = fc.record({
  confirmed: orders,
  settled: orders,
  ended: orders,
  moneyBack: fc.array(
    fc
      .tuple(
        order,
        fc.record({ amount_minor: minor, how: fc.constantFrom('cash', 'card', 'other') }),
      )
      .map(([of, back]) => ({ ...of, ...back, reason: 'Cold', given_by: of.decided_by })),
    { maxLength: 10 },
  ),
  reductions: fc.array(
    fc.tuple(order, minor).map(([of, amount]) => ({
      ...of,
      amount_minor: amount,
      kind: 'lowered',
      reason: 'Typed wrong',
      made_by: of.created_by,
    })),
    { maxLength: 10 },
  ),
})

test('law 10: by hour, by person and by place, the figures are those of the house, to the cent', () => {
  fc.assert(
    fc.property(dayBook, (book) => {
      const figures = figuresOf(book, bounds, 0, [])
      const { confirmed, cash, card, hours, staff, locations } = figures
      const otherwise = cash.amountMinor + card.amountMinor
      for (const parts of [staff, locations]) {
        assert.equal(
          sumMinor(parts.map((part) => part.confirmed.amountMinor)),
          confirmed.amountMinor,
        )
        assert.equal(sumMinor(parts.map((part) => part.confirmed.count)), confirmed.count)
        assert.equal(sumMinor(parts.map((part) => part.cash.amountMinor)), cash.amountMinor)
        assert.equal(sumMinor(parts.map((part) => part.card.amountMinor)), card.amountMinor)
      }
      assert.equal(sumMinor(hours.map((hour) => hour.confirmedMinor)), confirmed.amountMinor)
      assert.equal(sumMinor(hours.map((hour) => hour.otherwiseMinor)), otherwise)
      assert.equal(sumMinor(staff.map((one) => one.cashExpectedMinor)), figures.cashExpectedMinor)
      assert.equal(
        sumMinor(staff.map((one) => one.reductions.amountMinor)),
        sumMinor(book.reductions.map((row) => row.amount_minor)),
      )
      const others = sumMinor(figures.otherCurrencies.map(({ sum }) => sum.count))
      assert.equal(confirmed.count + others, book.confirmed.length)
    }),
  )
})

test('a median is a duration that half of them did not exceed, and nine of ten not the other', () => {
  assert.equal(spreadOf([]), null)
  assert.deepEqual(spreadOf([7]), { count: 1, medianMs: 7, p90Ms: 7 })
  const tens = [100, 20, 30, 40, 50, 60, 70, 80, 90, 10]
  assert.deepEqual(spreadOf(tens), { count: 10, medianMs: 50, p90Ms: 90 })
})
