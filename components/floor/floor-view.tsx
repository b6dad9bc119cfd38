'use client'

import { useParams, useRouter } from 'next/navigation'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { AttentionStrip } from '#components/floor/attention-strip.tsx'
import { EmptyFloor } from '#components/floor/empty-floor.tsx'
import { FilterRow } from '#components/floor/filter-row.tsx'
import { passes } from '#components/floor/filters.ts'
import type { Filter } from '#components/floor/filters.ts'
import { FindField } from '#components/floor/find-field.tsx'
import { bestMatch, isFound } from '#components/floor/find-tiles.ts'
import { troubleOf } from '#components/floor/freshness.ts'
import { StillOpenLink } from '#components/floor/still-open-link.tsx'
import { TileGrid } from '#components/floor/tile-grid.tsx'
import { UnreadFloor } from '#components/floor/unread-floor.tsx'
import { useFloor } from '#components/floor/use-floor.ts'
import { text } from '#components/text/board.ts'
import { Button } from '#components/ui/button.tsx'

/**
 * The floor, and beside it (below 900 px: over it) the panel of the spot that is open. The floor keeps its place and
 * its scroll position under the panel, but is out of reach there for finger, keyboard and screen reader.
 */
export function FloorView({ guestPhone, panel }: { guestPhone: string | null; panel: ReactNode }) {
  const { spotId } = useParams<{ spotId?: string }>()
  const openSpotId = spotId === undefined ? null : Number(spotId)
  return (
    <div
      data-open={openSpotId !== null || undefined}
      className="group grid h-full grid-cols-1 grid-rows-1 wide:data-open:grid-cols-[minmax(0,1fr)_25rem]"
    >
      <section
        aria-label={text.floor.title}
        className="col-start-1 row-start-1 overflow-y-auto px-3.5 py-2.5 group-data-open:invisible tablet:px-5 wide:group-data-open:visible"
      >
        <FloorContent guestPhone={guestPhone} openSpotId={openSpotId} />
      </section>
      <div className="col-start-1 row-start-1 hidden overflow-y-auto bg-card group-data-open:block wide:col-start-2 wide:border-l wide:border-line">
        {panel}
      </div>
    </div>
  )
}

function FloorContent({
  guestPhone,
  openSpotId,
}: {
  guestPhone: string | null
  openSpotId: number | null
}) {
  const news = useFloor()
  const router = useRouter()
  const [filter, setFilter] = useState<Filter>('all')
  const [typed, setTyped] = useState('')

  const tiles = news.floor?.tiles ?? []
  if (tiles.length === 0) {
    const isRead = news.floor !== null && news.floor.asOf !== null
    return isRead ? <EmptyFloor guestPhone={guestPhone} /> : <UnreadFloor news={news} />
  }

  const shown = tiles.filter((tile) => passes(tile, filter) && isFound(tile, typed))
  const goToBestMatch = () => {
    const best = bestMatch(
      tiles.filter((tile) => tile.spot),
      typed,
    )
    if (best?.spot) router.push(`/spots/${best.spot.id}`, { scroll: false })
  }
  return (
    <>
      <div className="group/bar mb-2 flex justify-between gap-2">
        <FilterRow tiles={tiles} chosen={filter} onChoose={setFilter} />
        <StillOpenLink tiles={tiles} />
        <FindField typed={typed} onType={setTyped} onEnter={goToBestMatch} />
      </div>
      {/* Stale never looks live: without fresh news the colours fade. */}
      <div data-stale={troubleOf(news) !== null || undefined} className="data-stale:grayscale-75">
        <AttentionStrip tiles={tiles} />
        <TileGrid tiles={shown} openSpotId={openSpotId} scope={`${filter} ${typed}`} />
      </div>
      {shown.length === 0 && (
        <div className="grid justify-items-start gap-3 py-6">
          <p>{text.floor.noneMatch}</p>
          <Button
            onClick={() => {
              setFilter('all')
              setTyped('')
            }}
          >
            {text.floor.showAll}
          </Button>
        </div>
      )}
    </>
  )
}
