import 'server-only'
import type { Day, DayPayment } from '#contract/day.ts'
import { amountCell, csvOf, textCell } from '#lib/csv/write-csv.ts'

const columns = [
  'kind',
  'time',
  'order',
  'transaction_key',
  'table',
  'amount',
  'currency',
  'tip',
  'reduction',
  'money_back',
  'asked_by',
  'confirmed_by',
  'given_by',
  'vat_rates',
  'order_day',
] as const
type Row = Partial<Record<(typeof columns)[number], string>>

/**
 * A row for each payment that was confirmed on the day, and one for each giving back of money that an earlier day has
 * received, whose own amount is nothing: the amounts add up to what the wallet has confirmed on that day. Times are by
 * the clock of the house.
 */
export function paymentsCsv({ date, timeZone, report }: Day): string {
  const timeOf = clockOf(timeZone)
  const own = new Set(report.payments.map(({ orderId }) => orderId))
  const rows: Row[] = [
    ...report.payments.map((payment) => ({
      kind: 'payment',
      time: timeOf(payment.at),
      order: textCell(payment.orderId),
      transaction_key: textCell(payment.transactionKey ?? ''),
      table: textCell(payment.spotName),
      amount: amountCell(payment.amountMinor),
      currency: textCell(payment.currency),
      tip: amountCell(payment.tipMinor),
      reduction: amountCell(payment.reducedMinor),
      money_back: amountCell(payment.moneyBackMinor),
      asked_by: textCell(payment.askedBy),
      confirmed_by: textCell(payment.confirmedBy ?? ''),
      vat_rates: ratesOf(payment),
      order_day: payment.orderDate ?? date,
    })),
    ...report.moneyBack
      .filter(({ orderId }) => !own.has(orderId))
      .map((back) => ({
        kind: 'money_back',
        time: timeOf(back.at),
        order: textCell(back.orderId),
        transaction_key: textCell(back.transactionKey ?? ''),
        table: textCell(back.spotName),
        amount: amountCell(0),
        currency: textCell(back.currency),
        money_back: amountCell(back.amountMinor),
        given_by: textCell(back.by),
        order_day: back.orderDate ?? date,
      })),
  ]
  return csvOf([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))])
}

function ratesOf({ vatRates }: DayPayment): string {
  return vatRates.map((rate) => `${rate / 100}%`).join(' ')
}

function clockOf(timeZone: string): (atMs: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  return (atMs) => format.format(atMs)
}
