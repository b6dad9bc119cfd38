'use client'
'use no memo'

import { ageWords } from '#components/clock/age-words.ts'
import { isLive } from '#components/floor/freshness.ts'
import type { FloorNews } from '#components/floor/subscribe-to-floor.ts'
import { useNewsWithClock } from '#components/floor/use-floor.ts'
import { text } from '#components/text/board.ts'

/** "Live · 2 s", or how old the news is: a full dot and a hollow one, so that stale never looks live. */
export function FreshnessMark() {
  const live = useNewsWithClock(isLive)
  const words = useNewsWithClock(freshnessWords)

  return (
    <span
      data-live={live || undefined}
      className="group flex flex-none items-center gap-2 text-sm whitespace-nowrap text-ink data-live:text-soft max-[22.4rem]:min-w-0 max-[22.4rem]:shrink"
    >
      <span className="size-2.5 flex-none rounded-full border-2 border-ink group-data-live:border-received group-data-live:bg-received" />
      <span className="truncate">{words}</span>
    </span>
  )
}

function freshnessWords(news: FloorNews, now: number): string {
  const asOf = news.floor?.asOf ?? null
  if (asOf === null) return text.floor.never
  const age = ageWords(now - asOf)
  return isLive(news, now) ? text.floor.live(age) : text.floor.old(age)
}
