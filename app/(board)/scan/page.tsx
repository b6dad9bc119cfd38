import { notFound } from 'next/navigation'
import { ScanPage } from '#components/scan/scan-page.tsx'
import { requireSession } from '../../require-session.ts'

export default async function Scan() {
  const { permissions } = await requireSession()
  if (!permissions.includes('see_floor')) notFound()
  return <ScanPage may={permissions} />
}
