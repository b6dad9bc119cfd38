import { TablePanel } from '#components/tabs/table-panel.tsx'
import { requireSession } from '../../../../require-session.ts'

export default async function TablePage({ params }: { params: Promise<{ tableId: string }> }) {
  const { permissions } = await requireSession()
  const { tableId } = await params
  return <TablePanel tableId={tableId} may={permissions} />
}
