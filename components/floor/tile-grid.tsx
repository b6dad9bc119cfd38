'use client'

import type { WayToTile } from '#components/floor/way-to-tile.ts'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { View } from '#contract/view.ts'
import { neighbour } from '#components/floor/neighbour.ts'
import { partsOf } from '#components/floor/places.ts'
import type { Place } from '#components/floor/places.ts'
import { GridBlock } from '#components/floor/grid-block.tsx'
import { text } from '#components/text/board.ts'
import { useSteadyTap } from '#components/ui/use-steady-tap.ts'

/** More than a screen shows. */
const FIRST_PLACES = 60

/**
 * Lists of links with one tab stop; the arrows, Home and End move inside them. The tile of the spot that is open stays
 * in view, though the panel beside the floor leaves it fewer columns.
 */
export function TileGrid({
  places,
  hasHeadings,
  layout,
  openWay,
  scope,
}: {
  places: readonly Place[]
  hasHeadings: boolean
  layout: View['layout']
  openWay: WayToTile | null
  /** What the person chose to see; when it changes, tiles move because they were asked to. */
  scope: string
}) {
  'use no memo'
  // What is on screen comes first, and the rest when there is time.
  const drawn = useDeferredValue(places, places.slice(0, FIRST_PLACES))
  const isWhole = drawn === places
  const [lastKey, setLastKey] = useState<string | null>(null)
  const grid = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isWhole && openWay !== null)
      grid.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [openWay, isWhole])
  const keys = drawn.map(({ key }) => key)
  const steadyTap = useSteadyTap(keys, scope)
  const tabStop =
    drawn.find(({ key }) => key === lastKey) ?? drawn.find(({ way }) => way === openWay) ?? drawn[0]

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- The keys move between the links inside.
    <div
      ref={grid}
      onClickCapture={steadyTap}
      onKeyDown={moveFocus}
      onFocus={(event) => setLastKey(event.target.closest('a')?.dataset['key'] ?? null)}
    >
      <GridParts
        places={drawn}
        hasHeadings={hasHeadings}
        layout={layout}
        openWay={openWay}
        tabStop={tabStop?.key ?? null}
      />
    </div>
  )
}

/** Apart, so that what the compiler keeps of it is drawn anew only when places or the tab stop change. */
function GridParts({
  places,
  hasHeadings,
  layout,
  openWay,
  tabStop,
}: {
  places: readonly Place[]
  hasHeadings: boolean
  layout: View['layout']
  openWay: WayToTile | null
  tabStop: string | null
}) {
  const firstRuns = new Set(places.slice(0, FIRST_PLACES).map(({ run }) => run))
  return partsOf(places).map(({ area, blocks }) => (
    <div key={area}>
      {hasHeadings && (
        <h2 className="pt-3 pb-1 text-sm font-semibold tracking-wide text-soft uppercase">
          <bdi>{area || text.floor.noArea}</bdi>
        </h2>
      )}
      <ul
        aria-label={
          hasHeadings ? text.floor.tablesOf(area || text.floor.noArea) : text.floor.tables
        }
        data-layout={layout}
        className="grid grid-cols-2 gap-2.5 pt-1.5 data-[layout=list]:grid-cols-1 data-[layout=list]:gap-2 data-[layout=tiles]:tablet:grid-cols-[repeat(auto-fill,minmax(11.5rem,1fr))] data-[layout=tiles]:wall:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))]"
      >
        {blocks.map(([block, runs]) => (
          <GridBlock
            key={block}
            runs={runs}
            layout={layout}
            firstRuns={firstRuns}
            openWay={openWay}
            tabStop={tabStop}
          />
        ))}
      </ul>
    </div>
  ))
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
