'use client'

import type { Order } from '#contract/order.ts'
import { useTile } from '#components/floor/use-floor.ts'
import { text } from '#components/text/catalogue.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { ActTrouble } from '../act-trouble.tsx'
import type { FailedRearrangement, Rearranging } from './use-rearrange.ts'

/** What is being done with the order, or what came of a tap that did not do what it says. */
export function RearrangeWords({ order, rearranging }: { order: Order; rearranging: Rearranging }) {
  const { open, running, failed, findOut } = rearranging
  if (running) {
    return (
      <output className="mt-3 block text-lg text-soft">{text.rearrange.running[running]}</output>
    )
  }
  return (
    <>
      {open && (
        <Notice tone="trouble" role="alert" className="mt-3">
          <p>
            {text.rearrange.unanswered[open.act]} {text.rearrange.findOutPlain}
          </p>
          <Button className="mt-2" onClick={() => void findOut()}>
            {text.rearrange.findOut}
          </Button>
        </Notice>
      )}
      {failed && <RearrangeTrouble order={order} failed={failed} isOpen={open !== null} />}
    </>
  )
}

function RearrangeTrouble({
  order,
  failed,
  isOpen,
}: {
  order: Order
  failed: FailedRearrangement
  isOpen: boolean
}) {
  const { asked, error } = failed
  if (asked.act === 'move' && order.closedAs === 'moved') {
    return <MovedNotAsked spotId={asked.body.spotId} />
  }
  // Why is what the order itself says.
  if (asked.act === 'move' && order.notice === 'move_dropped') {
    return (
      <Notice role="alert" className="mt-3">
        {text.rearrange.notMoved}
      </Notice>
    )
  }
  if (error.code === 'invalid') {
    return (
      <Notice role="alert" className="mt-3">
        {text.rearrange.invalid[asked.act]}
      </Notice>
    )
  }
  // Without an answer the notice above says it already; with one, it says why the trying again did not work.
  if (isOpen && !error.isOffline && error.code !== 'unauthenticated') return null
  return <ActTrouble failed={failed} order={order} />
}

/** It was taken off this table, the other one could not be asked, and by then this one's guests were gone too. */
function MovedNotAsked({ spotId }: { spotId: number }) {
  const name = useTile(spotId)?.name ?? ''
  return (
    <Notice role="alert" className="mt-3">
      <p>{text.rearrange.movedNotAsked(name)}</p>
      <ButtonLink href={`/spots/${spotId}`} className="mt-2">
        {text.rearrange.look(name)}
      </ButtonLink>
    </Notice>
  )
}
