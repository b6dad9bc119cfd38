'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { MenuItem } from '#contract/menu.ts'
import type { Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import type { SpotDetail } from '#contract/spot.ts'
import { now } from '#components/clock/clock.ts'
import { useEscape } from '#components/spots/use-escape.ts'
import { differs, draftOfOrder, draftSlot, lowers, moveOnto, newDraft } from '../kept-draft.ts'
import { AskTrouble } from './ask-trouble.tsx'
import { Bill } from './bill.tsx'
import { EditorFoot } from './editor-foot.tsx'
import { EditorHead } from './editor-head.tsx'
import { KeptNotice } from './kept-notice.tsx'
import { MenuPicker } from './menu-picker.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { useAsk } from './use-ask.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { VersionDialog } from './version-dialog.tsx'

/** Menu beside bill; on a phone one of the two, with the button that asks always in view. */
export function EditorDesk({
  spot,
  order,
  items,
  currency,
  may,
}: {
  spot: SpotDetail
  order?: Order
  /** Null where the menu could not be read. */
  items: readonly MenuItem[] | null
  currency: string
  may: readonly Permission[]
}) {
  const router = useRouter()
  const backToSpot = `/spots/${spot.id}` as const
  const slot = draftSlot(spot.id, order?.id)
  const { kept, put, foundAt, change, startAfresh } = useKeptDraft(slot, () =>
    order ? draftOfOrder(order, now()) : newDraft(now()),
  )
  const { isAsking, error, ask } = useAsk({
    slot,
    spotId: spot.id,
    orderId: order?.id,
    onAsked: () => router.replace(backToSpot),
  })
  const [view, setView] = useState<'menu' | 'bill'>(order ? 'bill' : 'menu')
  const [typed, setTyped] = useState('')
  const [isAskingWhy, setIsAskingWhy] = useState(false)
  useEscape(() => router.push(backToSpot))

  const { base, draft } = kept
  const isPassedOver = order !== undefined && order.status !== 'pending'
  const isLocked = isAsking || kept.unanswered || isPassedOver
  const isOutdated =
    order !== undefined && base !== null && !isLocked && order.version !== base.version
  const isTouched = base === null || differs(draft, base)
  const needsReason = base !== null && lowers(draft, base) && !may.includes('lower_without_reason')

  useEffect(() => {
    // Nothing was written yet, so there is nothing to choose: the editor shows the order as it is now.
    if (isOutdated && !isTouched) put(draftOfOrder(order, now()))
  }, [isOutdated, isTouched, order, put])

  const submit = () => {
    if (needsReason && draft.reason.trim() === '') setIsAskingWhy(true)
    else void ask(kept, currency, put)
  }

  return (
    <div
      data-view={view}
      className="group/desk grid h-full grid-cols-1 grid-rows-[minmax(0,1fr)_auto] wide:grid-cols-[minmax(0,1fr)_25rem]"
    >
      <div className="flex min-h-0 flex-col group-data-[view=bill]/desk:hidden wide:row-span-2 wide:flex!">
        <EditorHead spot={spot} isNew={!order} typed={typed} onType={setTyped} />
        {foundAt !== null && !kept.unanswered && !isAsking && (
          <KeptNotice foundAt={foundAt} onStartAfresh={startAfresh} />
        )}
        <MenuPicker
          items={items}
          typed={typed}
          draft={draft}
          currency={currency}
          isLocked={isLocked}
          change={change}
        />
      </div>
      <Bill
        spot={spot}
        draft={draft}
        isLocked={isLocked}
        mayDiscount={may.includes(base ? 'lower_orders' : 'lower_without_reason')}
        change={change}
      />
      <EditorFoot
        kept={kept}
        currency={currency}
        view={view}
        onView={setView}
        isAsking={isAsking}
        isDisabled={isPassedOver || isOutdated}
        onAsk={submit}
      >
        <AskTrouble
          error={isOutdated ? null : error}
          isUnanswered={kept.unanswered && !isAsking}
          {...(isPassedOver && { lockedBy: order })}
          spotId={spot.id}
        />
      </EditorFoot>
      <ReasonDialog
        isOpen={isAskingWhy}
        reason={draft.reason}
        onChange={(reason) => change({ type: 'write', fields: { reason } })}
        onClose={() => setIsAskingWhy(false)}
        onGiven={() => {
          setIsAskingWhy(false)
          void ask(kept, currency, put)
        }}
      />
      {base && order && (
        <VersionDialog
          isOpen={isOutdated && isTouched}
          mine={draft}
          order={order}
          onChoose={(keep) => put(moveOnto(order, { kept, base, keep }))}
        />
      )}
    </div>
  )
}
