import { notFound } from 'next/navigation'
import { isDate } from '#contract/business-day.ts'
import { DayPage } from '#components/reports/day-page.tsx'
import { database } from '#lib/database/connection.ts'
import { today } from '#lib/reports/today.ts'
import { requireSession } from '../../../require-session.ts'

export default async function OneDay({ params }: PageProps<'/day/[date]'>) {
  const { permissions } = await requireSession()
  const { date } = await params
  const isThere = isDate(date) && date <= (await today(await database()))
  if (!permissions.includes('see_reports') || !isThere) notFound()
  return <DayPage key={date} date={date} may={permissions} />
}
