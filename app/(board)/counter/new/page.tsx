import { CounterEditor } from '#components/counter/counter-editor.tsx'
import { LONGEST_PLACE_NAME } from '#contract/counter.ts'
import { requireSession } from '../../../require-session.ts'

export default async function NewCounterOrderPage({ searchParams }: PageProps<'/counter/new'>) {
  const { permissions } = await requireSession()
  const { name } = await searchParams
  const guestName = typeof name === 'string' ? name.trim().slice(0, LONGEST_PLACE_NAME) : ''
  return <CounterEditor key={guestName} guestName={guestName} may={permissions} />
}
