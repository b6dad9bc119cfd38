'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { tileState } from '#contract/floor.ts'
import type { Permission } from '#contract/permission.ts'
import type { SpotDetail } from '#contract/spot.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { text } from '#components/text/catalogue.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { orderToExtend } from './order-to-extend.ts'
import { SteadyGroup } from '#components/ui/steady-group.tsx'
import { tileOfSpot } from './tile-of-spot.ts'
import { useCloseSpot } from './use-close-spot.ts'

/** The bar that is always in view: what ends the visit stands away from what goes on with it. */
export function SpotActions({ spot, may }: { spot: SpotDetail; may: readonly Permission[] }) {
  const router = useRouter()
  const { closing, close, leave } = useCloseSpot(spot.id, () => router.push('/'))
  const [isAskingAboutGuest, setIsAskingAboutGuest] = useState(false)
  // A settled spot asks to be freed, since it hides the next guests (law 6).
  const isSettled = tileState(tileOfSpot(spot)) === 'received'
  const isRunning = closing.step === 'running'
  // Nobody was asked for anything, so nothing on the page says yet that a guest would be signed out.
  const hasUntouchedGuest = spot.status === 'waiting' && spot.orders.length === 0

  const extended = orderToExtend(spot.orders)
  const mayWrite = may.includes('write_orders')
  const writeLook = {
    variant: isSettled ? 'plain' : 'main',
    size: 'big',
    className: 'flex-1 px-3! leading-tight',
  } as const

  return (
    <div className="border-t border-line bg-card px-4 py-3">
      {(closing.step === 'unknown' || closing.step === 'unanswered') && (
        <Notice role="alert" className="mb-3">
          {closing.step === 'unknown' ? text.spot.closeUnknown : text.spot.closeUnanswered}
        </Notice>
      )}
      {closing.step === 'failed' && (
        <Notice role="alert" className="mb-3">
          {text.spot.closeFailed} {problemWords(closing.error)}
        </Notice>
      )}
      {mayWrite && extended && (
        <div className="mx-auto mb-2 flex max-w-2xl justify-end">
          <ButtonLink href={`/spots/${spot.id}/orders/new`} variant="quiet">
            {text.spot.separateOrder}
          </ButtonLink>
        </div>
      )}
      <div className="mx-auto flex max-w-2xl flex-wrap gap-3 tablet:gap-4">
        {may.includes('close_spot') && (
          <Button
            variant={isSettled ? 'main' : 'plain'}
            size="big"
            className="px-3! leading-tight"
            isBusy={isRunning}
            onClick={() => (hasUntouchedGuest ? setIsAskingAboutGuest(true) : void close(false))}
          >
            {isRunning ? text.spot.freeing : text.spot.free}
          </Button>
        )}
        {mayWrite && (
          <SteadyGroup shape={extended?.id ?? 'new'} className="flex flex-1">
            {extended ? (
              <ButtonLink href={`/spots/${spot.id}/orders/${extended.id}/add`} {...writeLook}>
                {text.spot.addToOrder}
              </ButtonLink>
            ) : (
              <ButtonLink href={`/spots/${spot.id}/orders/new`} {...writeLook}>
                {text.spot.newOrder}
              </ButtonLink>
            )}
          </SteadyGroup>
        )}
      </div>
      <CloseDialog
        spot={spot}
        isOpen={isAskingAboutGuest || closing.step === 'ends'}
        may={may}
        onClose={() => {
          setIsAskingAboutGuest(false)
          leave()
        }}
        onFree={(endsUnpaid) => {
          setIsAskingAboutGuest(false)
          void close(endsUnpaid)
        }}
      />
    </div>
  )
}
