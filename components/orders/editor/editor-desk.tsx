'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { tileState } from '#contract/floor.ts'
import type { MenuItem } from '#contract/menu.ts'
import type { Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import type { SpotDetail } from '#contract/spot.ts'
import { now } from '#components/clock/clock.ts'
import { stateWords } from '#components/floor/tile-words.ts'
import { StatePill } from '#components/spots/state-pill.tsx'
import { tileOfSpot } from '#components/spots/tile-of-spot.ts'
import { pathOfPlace } from '#components/spots/path-of-place.ts'
import { text } from '#components/text/catalogue.ts'
import { Notice } from '#components/ui/notice.tsx'
import { useEscape } from '#components/spots/use-escape.ts'
import { additionsTo, givenRows } from '../additions.ts'
import { addToNewOrder, dropDraft } from '../device-drafts.ts'
import { askedLines } from '../draft.ts'
import type { DraftChange } from '../draft.ts'
import { allows } from '../edit-way.ts'
import type { EditWay } from '../edit-way.ts'
import {
  counterSlot,
  differs,
  draftOfOrder,
  draftSlot,
  lowers,
  moveOnto,
  newDraft,
} from '../kept-draft.ts'
import { AskTrouble } from './ask-trouble.tsx'
import { Bill } from './bill.tsx'
import { EditorFoot } from './editor-foot.tsx'
import { EditorHead } from './editor-head.tsx'
import { KeptNotice } from './kept-notice.tsx'
import { MenuPicker } from './menu-picker.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { SameAgain } from './same-again.tsx'
import { useAsk } from './use-ask.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { VersionDialog } from './version-dialog.tsx'

/** Menu beside bill; on a phone one of the two, with the button that asks always in view. */
export function EditorDesk({
  spot,
  guestName,
  order,
  way,
  items,
  currency,
  may,
}: {
  spot: SpotDetail
  /** Given where a new place at the counter is made for the order; empty where nobody gave a name. */
  guestName?: string
  order?: Order
  way: EditWay
  /** Null where the menu could not be read. */
  items: readonly MenuItem[] | null
  currency: string
  may: readonly Permission[]
}) {
  const router = useRouter()
  const backToSpot = pathOfPlace(spot.id)
  const place = { name: spot.name, way: backToSpot }
  const tile = tileOfSpot(spot)
  const slot = guestName === undefined ? draftSlot(spot.id, order?.id, way) : counterSlot(guestName)
  const { kept, put, foundAt, change, startAfresh } = useKeptDraft(slot, () =>
    order ? draftOfOrder(order, now()) : newDraft(now()),
  )
  const { isAsking, error, ask } = useAsk({
    slot,
    spotId: spot.id,
    guestName,
    orderId: order?.id,
    way,
    onAsked: ({ spotId }) => router.replace(pathOfPlace(spotId)),
  })
  const isAdding = way === 'add'
  const [view, setView] = useState<'menu' | 'bill'>(order && !isAdding ? 'bill' : 'menu')
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
  const given = isAdding && base ? givenRows(draft, base) : 0
  const isGrowing = !order || given > 0
  const added = additionsTo(draft, given)
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

  const changeAdded = (made: DraftChange) =>
    change(made.type === 'add' ? { ...made, from: given } : made)
  const putOnSeparate = () => {
    if (addToNewOrder(spot.id, askedLines(added), now())) dropDraft(slot)
    router.replace(`/spots/${spot.id}/orders/new`)
  }

  return (
    <div
      data-view={view}
      className="group/desk grid h-full grid-cols-1 grid-rows-[minmax(0,1fr)_auto] wide:grid-cols-[minmax(0,1fr)_25rem]"
    >
      <div className="flex min-h-0 flex-col group-data-[view=bill]/desk:hidden wide:row-span-2 wide:flex!">
        <EditorHead
          place={place}
          title={
            order
              ? text.editor.titles[isAdding && given === 0 ? 'change' : way]
              : text.editor.newOrder
          }
          typed={typed}
          onType={setTyped}
        />
        {foundAt !== null && !kept.unanswered && !isAsking && (
          <KeptNotice foundAt={foundAt} onStartAfresh={startAfresh} />
        )}
        {isGrowing && (
          <SameAgain
            lastRound={spot.lastRound}
            items={items ?? []}
            currency={currency}
            isLocked={isLocked}
            onAdd={(lines) => {
              for (const line of lines) changeAdded({ type: 'add', ...line })
            }}
          />
        )}
        <MenuPicker
          items={items}
          typed={typed}
          draft={added}
          currency={currency}
          isLocked={isLocked}
          change={changeAdded}
        />
      </div>
      <Bill
        place={place}
        pill={<StatePill state={tileState(tile)} words={stateWords(tile)} />}
        draft={draft}
        base={base}
        given={given}
        part={order?.part}
        currency={currency}
        isLocked={isLocked}
        mayDiscount={may.includes(base ? 'lower_orders' : 'lower_without_reason')}
        change={change}
      />
      <EditorFoot
        kept={kept}
        words={{
          ask: way === 'decline' ? text.declining.ask : text.editor.ask,
          asking: text.editor.asking,
        }}
        isInFront={way === 'change' || way === 'add'}
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
          {...(given > 0 && askedLines(added).length > 0 && { onSeparate: putOnSeparate })}
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
