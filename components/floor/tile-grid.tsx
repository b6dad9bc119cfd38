'use client'

import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Tile as FloorTile } from '#contract/floor.ts'
import { neighbour } from '#components/floor/neighbour.ts'
import { Tile } from '#components/floor/tile.tsx'
import { text } from '#components/text/board.ts'
import { useSteadyTap } from '#components/ui/use-steady-tap.ts'

/**
 * A list of links with one tab stop; the arrows, Home and End move inside it. The tile of the spot that is open stays
 * in view, though the panel beside the floor leaves it fewer columns.
 */
export function TileGrid({
  tiles,
  openSpotId,
  scope,
}: {
  tiles: readonly FloorTile[]
  openSpotId: number | null
  /** What the person chose to see; when it changes, tiles move because they were asked to. */
  scope: string
}) {
  const [lastKey, setLastKey] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (openSpotId !== null)
      list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [openSpotId])
  const keys = tiles.map((tile) => tile.key)
  const steadyTap = useSteadyTap(keys, scope)
  const links = tiles.filter((tile) => tile.spot)
  const tabStop =
    links.find((tile) => tile.key === lastKey) ??
    links.find((tile) => tile.spot?.id === openSpotId) ??
    links[0]

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- The keys move between the links inside.
    <ul
      ref={list}
      aria-label={text.floor.tables}
      onClickCapture={steadyTap}
      onKeyDown={moveFocus}
      onFocus={(event) => setLastKey(event.target.closest('a')?.dataset['key'] ?? null)}
      className="grid grid-cols-2 gap-2.5 pt-1.5 tablet:grid-cols-[repeat(auto-fill,minmax(11.5rem,1fr))] wall:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))]"
    >
      {tiles.map((tile) => (
        <GridPlace
          key={tile.key}
          tile={tile}
          isOpen={tile.spot !== undefined && tile.spot.id === openSpotId}
          isTabStop={tile === tabStop}
        />
      ))}
    </ul>
  )
}

/**
 * The compiler keeps the element below while its three values stay the same, and React does not render a tile whose
 * element is the one of before: this place is looked at with every patch, the tile is not.
 */
function GridPlace({
  tile,
  isOpen,
  isTabStop,
}: {
  tile: FloorTile
  isOpen: boolean
  isTabStop: boolean
}) {
  return (
    <li>
      <Tile tile={tile} isOpen={isOpen} isTabStop={isTabStop} />
    </li>
  )
}

function moveFocus(event: KeyboardEvent<HTMLUListElement>) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const links = [...event.currentTarget.querySelectorAll('a')]
  const from = links.findIndex((link) => link === event.target)
  const to = neighbour(
    links.map((link) => link.getBoundingClientRect()),
    from,
    event.key,
  )
  if (to === null) return
  event.preventDefault()
  links[to]?.focus()
}
