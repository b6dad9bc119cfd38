'use client'

import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Tile as FloorTile } from '#contract/floor.ts'
import { areaOf } from '#contract/view.ts'
import type { View } from '#contract/view.ts'
import { neighbour } from '#components/floor/neighbour.ts'
import { Tile } from '#components/floor/tile.tsx'
import { text } from '#components/text/board.ts'
import { useSteadyTap } from '#components/ui/use-steady-tap.ts'

/**
 * Lists of links with one tab stop; the arrows, Home and End move inside them. The tile of the spot that is open stays
 * in view, though the panel beside the floor leaves it fewer columns.
 */
export function TileGrid({
  tiles,
  areas,
  layout,
  openSpotId,
  scope,
}: {
  tiles: readonly FloorTile[]
  /** The parts of the house, which have headings where there is more than one. */
  areas: readonly string[]
  layout: View['layout']
  openSpotId: number | null
  /** What the person chose to see; when it changes, tiles move because they were asked to. */
  scope: string
}) {
  const [lastKey, setLastKey] = useState<string | null>(null)
  const grid = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (openSpotId !== null)
      grid.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [openSpotId])
  const keys = tiles.map((tile) => tile.key)
  const steadyTap = useSteadyTap(keys, scope)
  const links = tiles.filter((tile) => tile.spot)
  const tabStop =
    links.find((tile) => tile.key === lastKey) ??
    links.find((tile) => tile.spot?.id === openSpotId) ??
    links[0]
  const parts = areas
    .map((area) => ({ area, here: tiles.filter((tile) => areaOf(tile) === area) }))
    .filter(({ here }) => here.length > 0)

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- The keys move between the links inside.
    <div
      ref={grid}
      onClickCapture={steadyTap}
      onKeyDown={moveFocus}
      onFocus={(event) => setLastKey(event.target.closest('a')?.dataset['key'] ?? null)}
    >
      {parts.map(({ area, here }) => (
        <div key={area}>
          {areas.length > 1 && (
            <h2 className="pt-3 pb-1 text-sm font-semibold tracking-wide text-soft uppercase">
              <bdi>{area || text.floor.noArea}</bdi>
            </h2>
          )}
          <ul
            aria-label={
              areas.length > 1 ? text.floor.tablesOf(area || text.floor.noArea) : text.floor.tables
            }
            data-layout={layout}
            className="grid grid-cols-2 gap-2.5 pt-1.5 data-[layout=list]:grid-cols-1 data-[layout=list]:gap-2 data-[layout=tiles]:tablet:grid-cols-[repeat(auto-fill,minmax(11.5rem,1fr))] data-[layout=tiles]:wall:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))]"
          >
            {here.map((tile) => (
              <GridPlace
                key={tile.key}
                tile={tile}
                layout={layout}
                isOpen={tile.spot !== undefined && tile.spot.id === openSpotId}
                isTabStop={tile === tabStop}
              />
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

/**
 * The compiler keeps the element below while its values stay the same, and React does not render a tile whose element is
 * the one of before: this place is looked at with every patch, the tile is not.
 */
function GridPlace({
  tile,
  layout,
  isOpen,
  isTabStop,
}: {
  tile: FloorTile
  layout: View['layout']
  isOpen: boolean
  isTabStop: boolean
}) {
  return (
    <li>
      <Tile tile={tile} layout={layout} isOpen={isOpen} isTabStop={isTabStop} />
    </li>
  )
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>) {
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
