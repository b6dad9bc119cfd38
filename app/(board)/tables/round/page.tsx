import { notFound } from 'next/navigation'
import { RoundPage } from '#components/tables/round/round-page.tsx'
import { requireSession } from '../../../require-session.ts'

export default async function Round() {
  const { permissions } = await requireSession()
  if (!permissions.includes('edit_tables')) notFound()
  return <RoundPage />
}
