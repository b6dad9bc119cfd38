import { notFound } from 'next/navigation'
import { TablesPage } from '#components/tables/tables-page.tsx'
import { requireSession } from '../../require-session.ts'

export default async function Tables() {
  const { permissions } = await requireSession()
  if (!permissions.includes('edit_tables')) notFound()
  return <TablesPage />
}
