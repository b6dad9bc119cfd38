import { notFound, redirect } from 'next/navigation'
import { database } from '#lib/database/connection.ts'
import { today } from '#lib/reports/today.ts'
import { requireSession } from '../../require-session.ts'

/** Each day has an address of its own, and this leads to the one that it is. */
export default async function Today() {
  const { permissions } = await requireSession()
  if (!permissions.includes('see_reports')) notFound()
  redirect(`/day/${await today(await database())}`)
}
