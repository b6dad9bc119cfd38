'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { MenuItem } from '#contract/menu.ts'
import type { Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import type { SpotDetail } from '#contract/spot.ts'
import { now } from '#components/clock/clock.ts'
import { text } from '#components/text/catalogue.ts'
import { Notice } from '#components/ui/notice.tsx'
import { useEscape } from '#components/spots/use-escape.ts'
import { allows } from '../edit-way.ts'
import type { EditWay } from '../edit-way.ts'
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
  way,
  items,
  currency,
  may,
}: {
  spot: SpotDetail
  order?: Order
  way: EditWay
  /** Null where the menu could not be read. */
  items: readonly MenuItem[] | null
  currency: string
  may: readonly Permission[]
}) {
  const router = useRouter()
  const backToSpot = `/spots/${spot.id}` as const
  const slot = draftSlot(spot.id, order?.id, way)
  const { kept, put, foundAt, change, startAfresh } = useKeptDraft(slot, () =>
    order ? draftOfOrder(order, now()) : newDraft(now()),
  )
  const { isAsking, error, ask } = useAsk({
    slot,
    spotId: spot.id,
    orderId: order?.id,
    way,
    onAsked: () => router.replace(backToSpot),
  })
  const [view, setView] = useState<'menu' | 'bill'>(order ? 'bill' : 'menu')
  const [typed, setTyped] = useState('')
  const [isAskingWhy, setIsAskingWhy] = useState(false)
  useEscape(() => router.push(backToSpot))

  const { base, draft } = kept
  // What went out moves the order on by itself; what became of it is the answer's to say.
  const isOut = isAsking || kept.unanswered
  const isPassedOver = order !== undefined && !isOut && !allows(way, order)
  const isLocked = isOut || isPassedOver
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
        <EditorHead
          spot={spot}
          title={order ? text.editor.titles[way] : text.editor.newOrder}
          typed={typed}
          onType={setTyped}
        />
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
        way={way}
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
          way={way}
          spotId={spot.id}
        />
        {way === 'decline' && !isPassedOver && (
          <Notice tone="alarm" className="mb-3">
            {text.declining.plain}
          </Notice>
        )}
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
