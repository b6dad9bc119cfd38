import { CounterPage } from '#components/counter/counter-page.tsx'
import { requireSession } from '../../require-session.ts'

export default async function Counter() {
  const { permissions } = await requireSession()
  return <CounterPage may={permissions} />
}
