'use client'

import { useEffect, useEffectEvent, useRef } from 'react'
import type { Permission } from '#contract/permission.ts'
import type { SpotDetail } from '#contract/spot.ts'
import type { ProblemError } from '#components/http/problem-error.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { OrderCard, orderAnchor } from '#components/orders/order-card.tsx'
import { actsOn } from '#components/orders/order-acts.ts'
import { isLive } from '#components/orders/order-state.ts'
import { StrangerNotice } from '#components/strangers/stranger-notice.tsx'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SteadyGroup } from '#components/ui/steady-group.tsx'
import { RestSwitch } from '#components/tabs/rest-switch.tsx'
import { TableOfSpot } from '#components/tabs/table-of-spot.tsx'
import { ClosesNotice } from './closes-notice.tsx'
import { DepartureNotice } from './departure-notice.tsx'
import { FirstItems } from './first-items.tsx'
import { KeptDraftHint } from './kept-draft-hint.tsx'

/** The orders of the visit, each in its place from first to last; a new one joins at the end. */
export function SpotOrders({
  spot,
  error,
  may,
  readAgain,
}: {
  spot: SpotDetail
  /** The last reading failed, so what is shown is older. */
  error: ProblemError | undefined
  may: readonly Permission[]
  readAgain: () => void
}) {
  const panel = useRef<HTMLDivElement>(null)
  const showWhatMatters = useEffectEvent(() => {
    const held = spot.orders.find(({ status }) => status === 'reserved')
    // What became of guests who have left is asked above their orders.
    if (!held && spot.departures.length > 0) return
    const order =
      held ??
      spot.orders.find(({ work }) => work?.outcome === 'asking') ??
      spot.orders.findLast(isLive)
    const card = order && document.getElementById(orderAnchor(order.id))
    // Of an order that is longer than the panel its end is shown, where its total and what can be done about it stand.
    const isLonger = card && card.offsetHeight > (panel.current?.clientHeight ?? 0)
    card?.scrollIntoView({ block: isLonger ? 'end' : 'nearest' })
  })
  const heldId = spot.orders.find(({ status }) => status === 'reserved')?.id
  // What was read before may be drawn first, and the payment that asks for a decision come with the next reading.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- The payment is what the effect waits for, not what it reads.
  useEffect(() => showWhatMatters(), [heldId])

  const isFree = spot.status === 'closed'
  const mayOrder = !isFree && may.includes('write_orders')
  const shape = spot.orders.map((order) => `${order.id} ${actsOn(order)}`).join(' ')
  return (
    <div ref={panel} className="min-h-0 flex-1 overflow-y-auto p-4">
      {error && (
        <Notice
          className="mb-4"
          title={text.spot.unread}
          action={<Button onClick={readAgain}>{text.spot.readAgain}</Button>}
        >
          {problemWords(error)}
        </Notice>
      )}
      {spot.departures.map((departure) => (
        <DepartureNotice key={departure.visitId} spot={spot} departure={departure} may={may} />
      ))}
      {spot.stranger && <StrangerNotice spot={spot} stranger={spot.stranger} may={may} />}
      {spot.closesAt !== undefined && <ClosesNotice spotId={spot.id} closesAt={spot.closesAt} />}
      {spot.table && <TableOfSpot spot={spot} table={spot.table} may={may} />}
      {mayOrder && <KeptDraftHint spotId={spot.id} />}
      {spot.orders.length === 0 && (
        <div className="px-1 py-2">
          <p className="text-lg font-semibold">
            {isFree ? text.spot.nobodyTitle : text.spot.noOrders}
          </p>
          {isFree && <p className="mt-1 text-soft">{text.spot.nobody}</p>}
        </div>
      )}
      {mayOrder && spot.orders.length === 0 && <FirstItems spotId={spot.id} />}
      <SteadyGroup shape={shape}>
        <div className="mx-auto grid max-w-2xl gap-4">
          {spot.orders.map((order, index) => (
            <OrderCard
              key={order.id}
              order={order}
              number={index + 1}
              orders={spot.orders}
              may={may}
              hasGuests={!isFree}
            />
          ))}
        </div>
      </SteadyGroup>
      {spot.table && spot.orders.length === 0 && may.includes('edit_tables') && (
        <div className="mt-4">
          <RestSwitch tableId={spot.table.id} isResting={spot.table.isResting} />
        </div>
      )}
    </div>
  )
}
