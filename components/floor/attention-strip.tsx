'use client'

import Link from 'next/link'
import { useState } from 'react'
import { tileState } from '#contract/floor.ts'
import type { Tile } from '#contract/floor.ts'
import { useAge } from '#components/clock/use-clock.ts'
import { queueUp } from '#components/floor/attention.ts'
import { shortcutWords, stateSince } from '#components/floor/tile-words.ts'
import { text } from '#components/text/board.ts'
import { Icon } from '#components/ui/icon.tsx'
import { useSteadyTap } from '#components/ui/use-steady-tap.ts'

/** Shortcuts to whoever needs a person. Its height is fixed, so that the grid below never moves because of it. */
export function AttentionStrip({ tiles }: { tiles: readonly Tile[] }) {
  const [standing, setStanding] = useState<readonly string[]>([])
  const queue = queueUp(standing, tiles)
  if (queue !== standing) setStanding(queue)
  const steadyTap = useSteadyTap(queue)

  return (
    <nav
      aria-label={text.floor.strip}
      className="sticky top-0 z-10 -mx-3.5 h-15.5 bg-paper tablet:-mx-5"
    >
      {queue.length === 0 ? (
        <p className="flex h-15.5 items-center px-3.5 text-soft tablet:px-5">{text.floor.nobody}</p>
      ) : (
        <ul
          onClickCapture={steadyTap}
          className="scroll-row flex h-full items-start gap-2 px-3.5 pt-1 tablet:px-5"
        >
          {queue.map((key) => {
            const tile = tiles.find((candidate) => candidate.key === key)
            return tile?.spot && <Shortcut key={key} tile={tile} spotId={tile.spot.id} />
          })}
        </ul>
      )}
    </nav>
  )
}

function Shortcut({ tile, spotId }: { tile: Tile; spotId: number }) {
  const state = tileState(tile)
  const age = useAge(stateSince(tile)) ?? ''
  return (
    <li className="flex-none">
      <Link
        href={`/spots/${spotId}`}
        prefetch={false}
        scroll={false}
        data-state={state}
        className="flex min-h-13 items-center gap-2.5 rounded-full border-[1.5px] px-4 font-semibold data-[state=asking]:fill-waiting data-[state=held]:fill-held data-[state=left]:fill-alarm data-[state=waiting]:fill-waiting"
      >
        <Icon name={state} className="size-5" />
        <bdi className="whitespace-nowrap">{shortcutWords(tile, age)}</bdi>
      </Link>
    </li>
  )
}
