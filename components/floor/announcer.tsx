'use client'

import { useState } from 'react'
import type { Tile } from '#contract/floor.ts'
import { announcement } from '#components/floor/announcements.ts'
import { troubleOf } from '#components/floor/freshness.ts'
import type { TroubleCause } from '#components/floor/freshness.ts'
import { useFloor } from '#components/floor/use-floor.ts'
import { text } from '#components/text/board.ts'

interface Heard {
  tiles: readonly Tile[]
  trouble: TroubleCause | null
  words: string
  /** Makes the same words twice in a row two messages. */
  count: number
}

/** The one polite live region of the page: who needs a person now, and what is wrong with the news. */
export function Announcer() {
  const news = useFloor()
  const tiles = news.floor?.tiles ?? null
  const trouble = troubleOf(news)
  const [heard, setHeard] = useState<Heard | null>(null)

  if (tiles && (heard?.tiles !== tiles || heard.trouble !== trouble)) {
    const words = heard
      ? [
          trouble && trouble !== heard.trouble && `${text.trouble[trouble].title}.`,
          announcement(heard.tiles, tiles),
        ]
          .filter(Boolean)
          .join(' ')
      : ''
    setHeard({
      tiles,
      trouble,
      words: words || (heard?.words ?? ''),
      count: (heard?.count ?? 0) + (words ? 1 : 0),
    })
  }

  return (
    <div aria-live="polite" className="sr-only">
      <p key={heard?.count}>{heard?.words}</p>
    </div>
  )
}
