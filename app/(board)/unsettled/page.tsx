import { UnsettledPage } from '#components/unsettled/unsettled-page.tsx'
import { requireSession } from '../../require-session.ts'

export default async function Unsettled() {
  const { permissions } = await requireSession()
  return <UnsettledPage may={permissions} />
}
