'use client'
'use no memo'

import type { WayToTile } from '#components/floor/way-to-tile.ts'
import { useRouter } from 'next/navigation'
import { lazy, Suspense, useState } from 'react'
import { now } from '#components/clock/clock.ts'
import { nextWay, tilesThatNeedMe } from '#components/floor/attention.ts'
import { AttentionStrip } from '#components/floor/attention-strip.tsx'
import { FilterRow } from '#components/floor/filter-row.tsx'
import { FindField } from '#components/floor/find-field.tsx'
import { bestMatch } from '#components/floor/find-tiles.ts'
import { goesAs } from '#components/floor/me.ts'
import type { Me } from '#components/floor/me.ts'
import { NextLink } from '#components/floor/next-link.tsx'
import { ScanLink } from '#components/floor/scan-link.tsx'
import { StillOpenLink } from '#components/floor/still-open-link.tsx'
import { TablesShown } from '#components/floor/tables-shown.tsx'
import { UnreadFloor } from '#components/floor/unread-floor.tsx'
import { presentNews, useNews, useOverview } from '#components/floor/use-floor.ts'
import { useView } from '#components/floor/use-view.ts'
import { wayTo } from '#components/floor/way-to-tile.ts'
import { ViewButton } from '#components/floor/view-button.tsx'
import { text } from '#components/text/board.ts'
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
  const hasTables = useOverview(({ places }) => places.length > 0)
  const isRead = useNews(({ floor }) => floor !== null && floor.asOf !== null)
  const view = useView(me.view)
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const goTo = (way: WayToTile | null) => {
    if (way !== null) router.push(way, { scroll: false })
  }
  useShortcut('n', () => {
    const needing = tilesThatNeedMe(presentNews().floor, view, now())
    goTo(nextWay(needing, openWay))
  })

  if (!hasTables) {
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
          <FilterRow view={view} />
          <StillOpenLink />
          <ScanLink className="size-11 rounded-xl max-wide:hidden" />
          <ViewButton view={view} />
          <FindField
            typed={typed}
            onType={setTyped}
            onEnter={() => {
              const meant = bestMatch(presentNews().floor?.tiles ?? [], typed)
              if (meant) goTo(wayTo(meant))
            }}
          />
        </div>
        <AttentionStrip view={view} staffId={goesAs(me)} />
        <TablesShown
          view={view}
          typed={typed}
          openWay={openWay}
          onEmptyField={() => setTyped('')}
        />
      </div>
      {/* Where the thumb is; wider screens have it in their header. */}
      <div className="flex flex-none gap-2 border-t border-line bg-card px-3.5 py-2 wide:hidden">
        <NextLink
          view={view}
          openWay={openWay}
          className="min-h-13 flex-1 rounded-2xl text-lg"
          whenNobody={
            <p className="flex min-h-13 flex-1 items-center justify-center text-lg text-soft">
              {text.floor.nobody}
            </p>
          }
        />
        <ScanLink className="size-13 rounded-2xl" />
      </div>
    </>
  )
}
