import Link from 'next/link'
import type { Tile } from '#contract/floor.ts'
import { countStillOpen } from '#components/floor/still-open.ts'
import { text } from '#components/text/board.ts'
import { Icon } from '#components/ui/icon.tsx'

/** The way to everything unsettled, with the number of what stands there. */
export function StillOpenLink({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <Link
      href="/unsettled"
      prefetch={false}
      className="ml-auto flex min-h-11 flex-none items-center gap-2 rounded-xl border border-edge bg-card px-3 whitespace-nowrap tablet:px-4"
    >
      <Icon name="open" className="size-5 tablet:hidden" />
      <span className="sr-only tablet:not-sr-only">{text.floor.stillOpen}</span>{' '}
      <b>{countStillOpen(tiles)}</b>
    </Link>
  )
}
