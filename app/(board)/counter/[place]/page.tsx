import { notFound } from 'next/navigation'
import { PlacePage } from '#components/counter/place-page.tsx'
import { environment } from '#lib/runtime/environment.ts'
import { requireSession } from '../../../require-session.ts'

export default async function CounterPlacePage({ params }: PageProps<'/counter/[place]'>) {
  const { permissions } = await requireSession()
  const { place } = await params
  if (!/^[1-9]\d{0,14}$/.test(place)) notFound()
  const isPractice = environment().mode === 'practice'
  return <PlacePage spotId={-Number(place)} may={permissions} isPractice={isPractice} />
}
