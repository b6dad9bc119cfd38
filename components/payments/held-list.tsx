'use client'

import type { Payment } from '#contract/payments.ts'
import type { Permission } from '#contract/permission.ts'
import { text } from '#components/text/catalogue.ts'
import { Icon } from '#components/ui/icon.tsx'
import { useSteadyTap } from '#components/ui/use-steady-tap.ts'
import { HeldRow } from './held-row.tsx'

/** A new one joins at the end. One that is decided lets those below it move up, which no tap on its way may meet. */
export function HeldList({ held, may }: { held: readonly Payment[]; may: readonly Permission[] }) {
  // What stands in a row changes with its verdict: one tap must not meet another button than the one aimed at.
  const steadyTap = useSteadyTap(held.map(({ order }) => `${order.id} ${order.verdict?.equal}`))
  if (held.length === 0) return <NothingHeld />
  return (
    <ol
      aria-label={text.payments.held}
      onClickCapture={steadyTap}
      className="grid grid-cols-1 gap-3"
    >
      {held.map(({ spotName, order }) => (
        <HeldRow key={order.id} spotName={spotName} order={order} may={may} />
      ))}
    </ol>
  )
}

function NothingHeld() {
  return (
    <div className="grid justify-items-center gap-1 rounded-2xl border border-dashed border-edge px-4 py-8 text-center">
      <Icon name="received" className="size-10 text-received" />
      <p className="text-xl font-bold tracking-tight">{text.payments.noneHeld}</p>
      <p className="max-w-md text-soft">{text.payments.noneHeldPlain}</p>
    </div>
  )
}
