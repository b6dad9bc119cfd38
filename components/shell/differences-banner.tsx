'use client'
'use no memo'

import { useNews } from '#components/floor/use-floor.ts'
import { text } from '#components/text/board.ts'
import { BoardIcon } from '#components/ui/board-icon.tsx'
import { BoardLink } from '#components/ui/board-link.tsx'

/** Money that Paysera and the book say different things of; it leads to where that is settled. */
export function DifferencesBanner() {
  const count = useNews(({ floor }) => floor?.differences ?? 0)
  if (count === 0) return null
  return (
    <output className="fill-alarm flex flex-none items-center gap-3 px-3.5 tablet:px-5">
      <BoardIcon name="left" className="size-5" />
      <BoardLink
        href="/unsettled#differences"
        className="flex min-h-11 flex-1 items-center font-semibold underline underline-offset-4"
      >
        {text.shell.differences(count)}
      </BoardLink>
    </output>
  )
}
