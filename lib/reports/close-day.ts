import 'server-only'
import type { CloseDay, Day, LeftOpen } from '#contract/day.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { now } from '#lib/runtime/clock.ts'
import { problem } from '#lib/runtime/problem.ts'
import { buildReport } from './build-report.ts'
import { dayWindow } from './day-window.ts'
import { describeDay } from './describe-day.ts'
import { withBooksHeld } from './hold-books.ts'
import { openLines } from './open-lines.ts'

interface Closing {
  date: string
  reasons: CloseDay['reasons']
  actor: Actor
}

/**
 * Closes a business day and freezes its figures. Whatever is not settled needs a reason of its own; without one it
 * throws `conflict` with the lines that are open. A day that is closed already stays as it was closed.
 */
export async function closeDay(db: Database, { date, reasons, actor }: Closing): Promise<Day> {
  await withBooksHeld(db, async (trx) => {
    const isClosed = await trx
      .selectFrom('days')
      .select('date')
      .where('date', '=', date)
      .executeTakeFirst()
    if (isClosed) return
    const closedAt = now()
    const nominal = await dayWindow(trx, date)
    const untilMs = Math.min(nominal.bounds.untilMs, closedAt)
    const window = { ...nominal, bounds: { ...nominal.bounds, untilMs } }
    const left = explained(await openLines(trx, window), reasons)
    const report = await buildReport(trx, window)
    await trx
      .insertInto('days')
      .values({
        date,
        from_at: window.bounds.fromMs,
        until_at: untilMs,
        closed_at: closedAt,
        closed_by: actor.name,
        report: JSON.stringify(report),
        left_open: JSON.stringify(left),
      })
      .execute()
    const { confirmed, cash, card, moneyBack } = report.figures
    await recordAct(trx, {
      actor,
      act: 'day.close',
      subject: `day ${date}`,
      outcome: 'done',
      detail: { confirmed, cash, card, moneyBack, left },
    })
  })
  return describeDay(db, date)
}

function explained(open: Day['open'], reasons: CloseDay['reasons']): LeftOpen[] {
  const given = new Map(reasons.map(({ key, reason }) => [key, reason]))
  return open.map((line) => {
    const reason = given.get(line.key)
    if (reason !== undefined) return { ...line, reason }
    throw problem('conflict', {
      detail: 'Not everything is settled, and something has no reason yet.',
      members: { open },
    })
  })
}
