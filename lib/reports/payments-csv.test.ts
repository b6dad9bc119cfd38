import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { eachDatabase } from '#lib/database/testing/databases.ts'
import { saveSettings } from '#lib/settings/settings.ts'
import { describeDay } from './describe-day.ts'
import { paymentsCsv } from './payments-csv.ts'
import { book, bookSpot, confirmed, giveBack } from './testing/booked-day.ts'

const rasa = { staffId: 'r', name: 'Rasa', sessionId: 's', address: null }
const at = (local: string) => Date.parse(`${local}+02:00`)

eachDatabase('the payments of a day as a file', (open) => {
  test('has a row for each payment, with its taxes, its tip and what went back, and one for money of older days', async () => {
    const { db } = await open()
    await saveSettings(db, rasa, { timeZone: 'Europe/Vilnius' })
    await bookSpot(db, 1, 'TABLE1')
    await bookSpot(db, 2, '=TABLE2')
    await db
      .insertInto('menu_items')
      .values([
        {
          id: 'l',
          title: 'Latte',
          category: 'Coffee',
          unit_price_minor: 350,
          position: 1,
          off_until: null,
          vat_rate: 2100,
        },
        {
          id: 's',
          title: 'Soup',
          category: 'Kitchen',
          unit_price_minor: 590,
          position: 2,
          off_until: null,
          vat_rate: 900,
        },
      ])
      .execute()
    await book(db, confirmed('old', at('2026-11-26T19:00'), at('2026-11-26T19:30'), 5000))
    await giveBack(db, 'old', at('2026-11-27T10:00'), 1500)
    await book(db, {
      ...confirmed('a', at('2026-11-27T19:00'), at('2026-11-27T19:30'), 1290),
      spot_id: 2,
      created_by: '@Ona',
    })
    const lines = ['Soup', 'Latte', 'Tip'].map((title) => ({
      title,
      quantity: 1,
      unitPriceMinor: 350,
    }))
    await db
      .updateTable('order_versions')
      .set({ lines: JSON.stringify(lines) })
      .where('order_id', '=', 'a')
      .execute()
    await giveBack(db, 'a', at('2026-11-27T21:00'), 290)
    await db
      .insertInto('reductions')
      .values({
        id: 'r',
        intent_id: null,
        order_id: 'a',
        visit_id: 'visit 2',
        kind: 'discount',
        amount_minor: 100,
        reason: null,
        made_by: 'Ona',
        made_at: at('2026-11-27T19:00'),
      })
      .execute()
    mock.timers.enable({ apis: ['Date'], now: at('2026-11-28T12:00') })
    const day = await describeDay(db, '2026-11-27')
    assert.deepEqual(paymentsCsv(day).slice(1).trimEnd().split('\r\n').slice(1), [
      "payment,2026-11-27 19:30:00,a,key of a,'=TABLE2,12.90,EUR,3.50,1.00,2.90,'@Ona,Rasa,,9% 21%,2026-11-27",
      'money_back,2026-11-27 10:00:00,old,key of old,TABLE1,0.00,EUR,,,15.00,,,Rasa,,2026-11-26',
    ])
    assert.equal(day.report.figures.moneyBack.amountMinor, 1790)
    mock.timers.reset()
  })
})
