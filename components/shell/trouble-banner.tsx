'use client'
'use no memo'

import { useAge } from '#components/clock/use-clock.ts'
import { troubleOf } from '#components/floor/freshness.ts'
import type { TroubleCause } from '#components/floor/freshness.ts'
import { useNews } from '#components/floor/use-floor.ts'
import { text } from '#components/text/board.ts'
import { BoardIcon } from '#components/ui/board-icon.tsx'
import { Button } from '#components/ui/button.tsx'

/** Why the news is old, how old it is, and what still works. The live region says it aloud, so this has no role. */
export function TroubleBanner() {
  const trouble = useNews(troubleOf)
  return trouble && <Banner trouble={trouble} />
}

function Banner({ trouble }: { trouble: TroubleCause }) {
  const age = useAge(useNews(({ floor }) => floor?.asOf ?? null))
  const { title, works } = text.trouble[trouble]
  return (
    <div className="flex flex-none items-center gap-3 bg-ink px-3.5 py-2 text-paper tablet:px-5">
      <BoardIcon name="left" className="size-6" />
      <p className="min-w-0 flex-1 leading-snug">
        <b>{title}.</b> {age === null ? text.trouble.asOfNever : text.trouble.asOf(age)} {works}
      </p>
      {trouble === 'outdated' && (
        <Button onClick={() => window.location.reload()} className="flex-none">
          {text.trouble.reload}
        </Button>
      )}
    </div>
  )
}
