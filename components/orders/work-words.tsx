'use client'

import type { Act, Order } from '#contract/order.ts'
import { useClock } from '#components/clock/use-clock.ts'
import { text } from '#components/text/catalogue.ts'
import { Notice } from '#components/ui/notice.tsx'

const LONG_MS = 10_000

/** What Spotboard is doing with the order, or cannot say yet. */
export function WorkWords({ order, running }: { order: Order; running: Act | null }) {
  const { work } = order
  const takesLong = useClock((now) => work !== undefined && now - work.since > LONG_MS)
  if (work?.outcome === 'unknown') {
    return (
      <output className="mt-3 block">
        <Notice>{text.order.unknown[work.act]}</Notice>
      </output>
    )
  }
  const act = running ?? work?.act
  if (!act) return null
  return (
    <output className="mt-3 block text-lg text-soft">
      {text.order.running[act]} {takesLong === true && text.order.takesLong}
    </output>
  )
}
