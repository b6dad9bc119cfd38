'use client'

import type { Order } from '#contract/order.ts'
import { useClock } from '#components/clock/use-clock.ts'
import { Notice } from '#components/ui/notice.tsx'
import { workNews } from './work-state.ts'
import type { Tap } from './work-state.ts'

const LONG_MS = 10_000

/** What Spotboard is doing with the order, or cannot say yet. */
export function WorkWords({ order, running }: { order: Order; running: Tap | null }) {
  const { work } = order
  const isLong = useClock((now) => work !== undefined && now - work.since > LONG_MS)
  const news = workNews(order, running, isLong === true)
  if (!news) return null
  return (
    <output className="mt-3 block text-lg text-soft">
      {news.isLasting ? <Notice className="text-base">{news.words}</Notice> : news.words}
    </output>
  )
}
