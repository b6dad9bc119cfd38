'use client'
'use no memo'

import { useOverview } from '#components/floor/use-floor.ts'
import { text } from '#components/text/board.ts'
import { BoardIcon } from '#components/ui/board-icon.tsx'
import { BoardLink } from '#components/ui/board-link.tsx'
import { Count } from '#components/ui/count.tsx'

/** The way to everything unsettled, with the number of what stands there. */
export function StillOpenLink() {
  const count = useOverview(({ stillOpen }) => stillOpen)
  return (
    <BoardLink
      href="/unsettled"
      className="ml-auto flex min-h-11 flex-none items-center gap-2 rounded-xl border border-edge bg-card px-3 whitespace-nowrap tablet:px-4"
    >
      <BoardIcon name="open" className="size-5 tablet:hidden" />
      <span className="sr-only tablet:not-sr-only">{text.floor.stillOpen}</span>{' '}
      <Count of={count} />
    </BoardLink>
  )
}
