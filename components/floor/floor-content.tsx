'use client'
'use no memo'

import { useRouter } from 'next/navigation'
import { lazy, Suspense, useState } from 'react'
import { nextWay } from '#components/floor/attention.ts'
import { AttentionStrip } from '#components/floor/attention-strip.tsx'
import { FilterRow } from '#components/floor/filter-row.tsx'
import { placesShown } from '#components/floor/filters.ts'
import { FindField } from '#components/floor/find-field.tsx'
import { bestMatch } from '#components/floor/find-tiles.ts'
import { troubleOf } from '#components/floor/freshness.ts'
import { goesAs } from '#components/floor/me.ts'
import type { Me } from '#components/floor/me.ts'
import { NextLink } from '#components/floor/next-link.tsx'
import { StillOpenLink } from '#components/floor/still-open-link.tsx'
import { TileGrid } from '#components/floor/tile-grid.tsx'
import { UnreadFloor } from '#components/floor/unread-floor.tsx'
import { presentNews, useNews, useOverview } from '#components/floor/use-floor.ts'
import { useNeeding } from '#components/floor/use-needing.ts'
import { useSteady } from '#components/floor/use-steady.ts'
import { changeView, useView } from '#components/floor/use-view.ts'
import { wayTo } from '#components/floor/way-to-tile.ts'
import type { WayToTile } from '#components/floor/way-to-tile.ts'
import { ViewButton } from '#components/floor/view-button.tsx'
import { text } from '#components/text/board.ts'
import { Button } from '#components/ui/button.tsx'
import { useShortcut } from '#components/ui/use-shortcut.ts'

const EmptyFloor = lazy(() => import('#components/floor/empty-floor.tsx'))

/** Filters, the strip of those who need a person, and every table in its place. */
export function FloorContent({
  me,
  guestPhone,
  openWay,
}: {
  me: Me
  guestPhone: string | null
  openWay: WayToTile | null
}) {
  const overview = useOverview()
  const isRead = useNews(({ floor }) => floor !== null && floor.asOf !== null)
  const isStale = useNews(troubleOf) !== null
  const view = useView(me.view)
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const needing = useNeeding(view)
  const goTo = (way: WayToTile | null) => {
    if (way !== null) router.push(way, { scroll: false })
  }
  useShortcut('n', () => goTo(nextWay(needing, openWay)))

  const places = useSteady(placesShown(overview, view, typed))
  if (overview.places.length === 0) {
    return (
      <div className="min-h-0 flex-1 overflow-y-auto px-3.5 py-2.5 tablet:px-5">
        {isRead ? (
          <Suspense>
            <EmptyFloor guestPhone={guestPhone} />
          </Suspense>
        ) : (
          <UnreadFloor />
        )}
      </div>
    )
  }

  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto px-3.5 py-2.5 tablet:px-5">
        <div className="group/bar mb-2 flex justify-between gap-2">
          <FilterRow overview={overview} view={view} />
          <StillOpenLink count={overview.stillOpen} />
          <ViewButton areas={overview.areas} view={view} />
          <FindField
            typed={typed}
            onType={setTyped}
            onEnter={() => {
              const meant = bestMatch(presentNews().floor?.tiles ?? [], typed)
              if (meant) goTo(wayTo(meant))
            }}
          />
        </div>
        <AttentionStrip needing={needing} staffId={goesAs(me)} isStale={isStale} />
        <TileGrid
          places={places}
          hasHeadings={overview.areas.length > 1}
          layout={view.layout}
          openWay={openWay}
          scope={`${view.filter} ${view.layout} ${view.areas.join(' ')} ${typed}`}
        />
        {places.length === 0 && (
          <div className="grid justify-items-start gap-3 py-6">
            <p>{text.floor.noneMatch}</p>
            <Button
              onClick={() => {
                changeView({ ...view, filter: 'all', areas: [] })
                setTyped('')
              }}
            >
              {text.floor.showAll}
            </Button>
          </div>
        )}
      </div>
      {/* Where the thumb is; wider screens have it in their header. */}
      <div className="flex-none border-t border-line bg-card px-3.5 py-2 wide:hidden">
        <NextLink
          needing={needing}
          openWay={openWay}
          className="min-h-13 w-full rounded-2xl text-lg"
        />
      </div>
    </>
  )
}
