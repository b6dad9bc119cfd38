'use client'

import { useRouter } from 'next/navigation'
import type { Permission } from '#contract/permission.ts'
import { useReturnFocus } from './use-return-focus.ts'
import { SpotActions } from './spot-actions.tsx'
import { SpotHead } from './spot-head.tsx'
import { SpotOrders } from './spot-orders.tsx'
import { UnreadSpot } from './unread-spot.tsx'
import { useEscape } from './use-escape.ts'
import { useSpot } from './use-spot.ts'

/** A spot beside the floor, or over it on a phone: its visit, its orders, its actions. */
export function SpotPanel({
  spotId,
  staffId,
  may,
}: {
  spotId: number
  staffId: string
  may: readonly Permission[]
}) {
  const { spot, error, readAgain } = useSpot(spotId)
  const router = useRouter()
  useEscape(() => router.push('/', { scroll: false }))
  useReturnFocus(`/spots/${spotId}`)

  if (!spot) return <UnreadSpot error={error} readAgain={readAgain} />
  return (
    <div className="flex h-full flex-col bg-card">
      <SpotHead key={spot.id} spot={spot} goesAs={may.includes('write_orders') ? staffId : null} />
      <SpotOrders spot={spot} error={error} may={may} readAgain={readAgain} />
      {spot.status !== 'closed' && <SpotActions spot={spot} may={may} />}
    </div>
  )
}
