import { SpotPanel } from '#components/spots/spot-panel.tsx'
import { requireSession } from '../../../../require-session.ts'
import { spotIdOf } from '../../../spots/spot-id.ts'

export default async function SpotPage({ params }: { params: Promise<{ spotId: string }> }) {
  const { permissions, staffId } = await requireSession()
  const { spotId } = await params
  return <SpotPanel spotId={spotIdOf(spotId)} staffId={staffId} may={permissions} />
}
