import { redirect } from 'next/navigation'
import { isAtCounter } from '#contract/place.ts'
import { pathOfPlace } from '#components/spots/path-of-place.ts'
import { SpotPanel } from '#components/spots/spot-panel.tsx'
import { requireSession } from '../../../../require-session.ts'
import { spotIdOf } from '../../../spots/spot-id.ts'

export default async function SpotPage({ params }: { params: Promise<{ spotId: string }> }) {
  const { permissions, staffId } = await requireSession()
  const spotId = spotIdOf((await params).spotId)
  // The floor shows places at the counter like tables; what can be done there has a page of its own.
  if (isAtCounter(spotId)) redirect(pathOfPlace(spotId))
  return <SpotPanel spotId={spotId} staffId={staffId} may={permissions} />
}
