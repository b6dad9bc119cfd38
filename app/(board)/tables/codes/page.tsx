import { notFound } from 'next/navigation'
import { CodesPage } from '#components/codes/codes-page.tsx'
import { requireSession } from '../../../require-session.ts'

/** `?tables=` names those to print, by id; without it all are. */
export default async function TableCodes({ searchParams }: PageProps<'/tables/codes'>) {
  const { permissions } = await requireSession()
  if (!permissions.includes('edit_tables')) notFound()
  const { tables } = await searchParams
  const asked = typeof tables === 'string' ? tables.split(',') : null
  return <CodesPage asked={asked} />
}
