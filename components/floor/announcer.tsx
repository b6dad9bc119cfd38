'use client'
'use no memo'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Tile } from '#contract/floor.ts'
import type { View } from '#contract/view.ts'
import { now, onTick } from '#components/clock/clock.ts'
import { announcement } from '#components/floor/announcements.ts'
import { tilesThatNeedMe } from '#components/floor/attention.ts'
import { troubleOf } from '#components/floor/freshness.ts'
import type { TroubleCause } from '#components/floor/freshness.ts'
import { presentNews } from '#components/floor/use-floor.ts'
import { useView } from '#components/floor/use-view.ts'
import { text } from '#components/text/board.ts'

interface Heard {
  needing: readonly Tile[]
  trouble: TroubleCause | null
}

/**
 * The one polite live region of the page: who needs this person now, and what is wrong with the news. It speaks with the
 * clock, so that what happens within one second is one message.
 */
export function Announcer({ view: given }: { view: View }) {
  const view = useView(given)
  const heard = useRef<Heard | null>(null)
  const [told, setTold] = useState({ words: '', count: 0 })

  const tell = useEffectEvent(() => {
    const news = presentNews()
    if (!news.floor) return
    const trouble = troubleOf(news)
    const needing = tilesThatNeedMe(news.floor, view, now())
    const before = heard.current
    heard.current = { needing, trouble }
    if (!before) return
    const words = [
      trouble && trouble !== before.trouble && `${text.trouble[trouble].title}.`,
      announcement(before.needing, needing),
    ]
      .filter(Boolean)
      .join(' ')
    // The count makes the same words twice in a row two messages.
    if (words !== '') setTold(({ count }) => ({ words, count: count + 1 }))
  })

  useEffect(() => onTick(() => tell()), [])

  return (
    // Laid out by itself: new words must not have the browser lay out the page.
    <div aria-live="polite" className="sr-only [contain:size_layout]">
      <p key={told.count}>{told.words}</p>
    </div>
  )
}
