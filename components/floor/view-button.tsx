'use client'
'use no memo'

import { lazy, Suspense, useState } from 'react'
import type { View } from '#contract/view.ts'
import { useOverview } from '#components/floor/use-floor.ts'
import { text } from '#components/text/board.ts'
import { BoardIcon } from '#components/ui/board-icon.tsx'

const ViewMenu = lazy(() => import('#components/floor/view-menu.tsx'))

/** Behind it stands how this person wants to see the floor; it is loaded when somebody wants it. */
export function ViewButton({ view }: { view: View }) {
  const areas = useOverview((overview) => overview.areas)
  const [isWanted, setIsWanted] = useState(false)
  return (
    <>
      <button
        type="button"
        popoverTarget="view-menu"
        aria-label={text.floor.view}
        onClick={() => setIsWanted(true)}
        className="grid size-11 flex-none place-items-center rounded-xl border border-edge bg-card"
      >
        <BoardIcon name="view" className="size-5" />
      </button>
      <div
        id="view-menu"
        popover="auto"
        className="fixed inset-x-2 top-auto bottom-2 m-0 w-72 max-w-[calc(100vw-1rem)] rounded-2xl border border-edge bg-raised p-3 text-ink floating supports-[position-area:bottom]:inset-auto supports-[position-area:bottom]:mt-1 supports-[position-area:bottom]:[position-area:bottom_span-left]"
      >
        <Suspense fallback={text.floor.reading}>
          {isWanted && <ViewMenu areas={areas} view={view} />}
        </Suspense>
      </div>
    </>
  )
}
