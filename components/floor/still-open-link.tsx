import type { Tile } from '#contract/floor.ts'
import { tablesStillOpen } from '#components/floor/still-open.ts'
import { text } from '#components/text/board.ts'
import { BoardLink } from '#components/ui/board-link.tsx'
import { Icon } from '#components/ui/icon.tsx'

/** The way to everything unsettled, with the number of tables that it is about. */
export function StillOpenLink({ tiles }: { tiles: readonly Tile[] }) {
  const count = tablesStillOpen(tiles)
  return (
    <BoardLink
      href="/unsettled"
      aria-label={text.floor.stillOpenAt(count)}
      className="ml-auto flex min-h-11 flex-none items-center gap-2 rounded-xl border border-edge bg-card px-3 whitespace-nowrap tablet:px-4"
    >
      <Icon name="open" className="size-5 tablet:hidden" />
      <span className="hidden tablet:inline">{text.floor.stillOpen}</span> <b>{count}</b>
    </BoardLink>
  )
}
