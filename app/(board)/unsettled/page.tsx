import { UnsettledPage } from '#components/unsettled/unsettled-page.tsx'
import { requireSession } from '../../require-session.ts'

export default async function Unsettled() {
  await requireSession()
  return <UnsettledPage />
}
