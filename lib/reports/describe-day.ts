import 'server-only'
import * as z from 'zod/mini'
import { DayReport, LeftOpen, type Day } from '#contract/day.ts'
import { sumMinor } from '#contract/money.ts'
import { moneyBackOf } from '#lib/orders/book/money-back.ts'
import { buildReport } from './build-report.ts'
import type { Reader } from './day-book.ts'
import { dayWindow } from './day-window.ts'
import { laterThan } from './later.ts'
import { openLines } from './open-lines.ts'

const StoredLeft = z.array(LeftOpen)

/** A business day: as the book stands now or, once it is closed, as it stood then, with what came later. */
export async function describeDay(db: Reader, date: string): Promise<Day> {
  const window = await dayWindow(db, date)
  const closed = await db.selectFrom('days').selectAll().where('date', '=', date).executeTakeFirst()
  const report = closed
    ? z.parse(DayReport, JSON.parse(closed.report))
    : await buildReport(db, window)
  const given = await moneyBackOf(
    db,
    report.payments.map(({ orderId }) => orderId),
  )
  return {
    date,
    today: window.today,
    from: closed?.from_at ?? window.bounds.fromMs,
    until: window.bounds.untilMs,
    timeZone: window.rule.timeZone,
    report,
    later: await laterThan(db, window),
    givenBack: Object.fromEntries(
      [...given].map(([orderId, rows]) => [
        orderId,
        sumMinor(rows.map(({ amountMinor }) => amountMinor)),
      ]),
    ),
    open: closed ? [] : await openLines(db, window),
    ...(closed && {
      closed: {
        at: closed.closed_at,
        by: closed.closed_by,
        left: z.parse(StoredLeft, JSON.parse(closed.left_open)),
      },
    }),
  }
}
