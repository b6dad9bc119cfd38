'use client'
'use no memo'

import type { ReactNode } from 'react'
import type { Me } from '#components/floor/me.ts'
import { FloorContent } from '#components/floor/floor-content.tsx'
import { useOpenWay } from '#components/floor/use-open-way.ts'
import { text } from '#components/text/board.ts'

/**
 * The floor, and beside it (below 900 px: over it) the panel of the spot that is open. The floor keeps its place and
 * its scroll position under the panel, but is out of reach there for finger, keyboard and screen reader.
 */
export function FloorView({
  me,
  guestPhone,
  panel,
}: {
  me: Me
  guestPhone: string | null
  panel: ReactNode
}) {
  const openWay = useOpenWay()
  return (
    <div
      data-open={openWay !== null || undefined}
      className="group grid h-full grid-cols-1 grid-rows-1 wide:data-open:grid-cols-[minmax(0,1fr)_25rem]"
    >
      <section
        aria-label={text.floor.title}
        className="col-start-1 row-start-1 flex min-h-0 flex-col group-data-open:invisible wide:group-data-open:visible"
      >
        <FloorContent me={me} guestPhone={guestPhone} openWay={openWay} />
      </section>
      <div className="col-start-1 row-start-1 hidden overflow-y-auto bg-card group-data-open:block wide:col-start-2 wide:border-l wide:border-line">
        {panel}
      </div>
    </div>
  )
}
