import { TabEditor } from '#components/tabs/tab-editor.tsx'
import { requireSession } from '../../../require-session.ts'

export default async function TabPage({ params }: { params: Promise<{ tableId: string }> }) {
  const { permissions } = await requireSession()
  const { tableId } = await params
  return <TabEditor tableId={tableId} may={permissions} />
}
