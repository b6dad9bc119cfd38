'use client'

import { useState } from 'react'
import { tileState } from '#contract/floor.ts'
import type { Tile } from '#contract/floor.ts'
import type { View } from '#contract/view.ts'
import { useAge } from '#components/clock/use-clock.ts'
import { queueUp } from '#components/floor/attention.ts'
import { troubleOf } from '#components/floor/freshness.ts'
import { GoingButton } from '#components/floor/going-button.tsx'
import { shortcutWords, stateSince } from '#components/floor/tile-words.ts'
import { useNews } from '#components/floor/use-floor.ts'
import { useNeeding } from '#components/floor/use-needing.ts'
import { wayTo } from '#components/floor/way-to-tile.ts'
import { text } from '#components/text/board.ts'
import { BoardIcon } from '#components/ui/board-icon.tsx'
import { BoardLink } from '#components/ui/board-link.tsx'
import { useSteadyTap } from '#components/ui/use-steady-tap.ts'

/** More than a screen shows; nobody pushes a row much further, and the filter shows the others. */
const MAX_SHORTCUTS = 12

/**
 * Shortcuts to whoever needs a person, each with a way to say that one goes. Its height is fixed, so that the grid below
 * never moves because of it, and need not be laid out with it.
 */
export function AttentionStrip({
  view,
  staffId,
}: {
  view: View
  /** Of whoever may say that they go; null for somebody who only looks. */
  staffId: string | null
}) {
  'use no memo'
  const needing = useNeeding(view)
  const isStale = useNews(troubleOf) !== null
  const [standing, setStanding] = useState<readonly string[]>([])
  const queue = queueUp(standing, needing)
  if (queue !== standing) setStanding(queue)
  const tiles = queue
    .slice(0, MAX_SHORTCUTS)
    .flatMap((key) => needing.find((tile) => tile.key === key) ?? [])
  // Another's name that takes the place of a button moves all that stand behind it.
  const steadyTap = useSteadyTap(
    tiles.map(({ key, going }) => (going && going.staffId !== staffId ? `${key} taken` : key)),
  )

  return (
    <nav
      aria-label={text.floor.strip}
      data-stale={isStale || undefined}
      className="sticky top-0 z-10 -mx-3.5 h-15.5 [contain:size_layout] bg-paper data-stale:faded tablet:-mx-5"
    >
      {queue.length === 0 ? (
        <p className="flex h-15.5 items-center px-3.5 text-soft tablet:px-5">{text.floor.nobody}</p>
      ) : (
        <ul
          onClickCapture={steadyTap}
          className="scroll-row flex h-full items-start gap-4 px-3.5 pt-1 tablet:px-5"
        >
          {tiles.map((tile) => (
            <StripPlace key={tile.key} tile={tile} staffId={staffId} />
          ))}
          {queue.length > MAX_SHORTCUTS && (
            <li className="flex min-h-13 flex-none items-center whitespace-nowrap">
              {text.floor.says.more(queue.length - MAX_SHORTCUTS)}
            </li>
          )}
        </ul>
      )}
    </nav>
  )
}

/**
 * On a phone a shortcut takes two lines, so that the button beside it is whole and the next shortcut peeps in.
 * Keeps the shortcut as it is while its own table has not changed; what the compiler keeps, React does not draw. */
function StripPlace({ tile, staffId }: { tile: Tile; staffId: string | null }) {
  return (
    <li className="flex max-w-[calc(100%-0.5rem)] flex-none items-center gap-2">
      <Shortcut tile={tile} staffId={staffId} />
    </li>
  )
}

function Shortcut({ tile, staffId }: { tile: Tile; staffId: string | null }) {
  'use no memo'
  const state = tileState(tile)
  const age = useAge(stateSince(tile)) ?? ''
  if (!tile.spot) return null
  return (
    <>
      <BoardLink
        href={wayTo(tile)}
        keepsScroll
        data-state={state}
        className="flex min-h-13 min-w-36 items-center gap-1.5 rounded-full border-[1.5px] px-2.5 leading-tight font-semibold tablet:gap-2.5 tablet:px-4 data-[state=asking]:fill-waiting data-[state=held]:fill-held data-[state=gone]:fill-alarm data-[state=waiting]:fill-waiting"
      >
        <BoardIcon name={state} className="size-5" />
        <bdi className="line-clamp-2 wrap-anywhere tablet:whitespace-nowrap">
          {shortcutWords(tile, age)}
        </bdi>
      </BoardLink>
      {staffId !== null && (
        <GoingButton
          spotId={tile.spot.id}
          name={tile.name}
          going={tile.going}
          staffId={staffId}
          className="min-h-13 min-w-13 flex-none rounded-full border border-edge bg-card px-3 tablet:px-4 font-semibold whitespace-nowrap aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper disabled:opacity-60"
        />
      )}
    </>
  )
}
