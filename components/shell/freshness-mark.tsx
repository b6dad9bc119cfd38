'use client'

import { ageWords } from '#components/clock/age-words.ts'
import { useClock } from '#components/clock/use-clock.ts'
import { isLive } from '#components/floor/freshness.ts'
import { useFloor } from '#components/floor/use-floor.ts'
import { text } from '#components/text/board.ts'

/** "Live · 2 s", or how old the news is: a full dot and a hollow one, so that stale never looks live. */
export function FreshnessMark() {
  const news = useFloor()
  const asOf = news.floor?.asOf ?? null
  const live = useClock((now) => isLive(news, now))
  const words = useClock((now) => {
    if (asOf === null) return text.floor.never
    const age = ageWords(now - asOf)
    return isLive(news, now) ? text.floor.live(age) : text.floor.old(age)
  })

  return (
    <span
      data-live={live || undefined}
      className="group flex flex-none items-center gap-2 text-sm whitespace-nowrap text-ink data-live:text-soft"
    >
      <span className="size-2.5 rounded-full border-2 border-ink group-data-live:border-received group-data-live:bg-received" />
      {words}
    </span>
  )
}
