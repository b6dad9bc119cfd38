'use client'
'use no memo'

import { lazy, Suspense, useState } from 'react'
import type { View } from '#contract/view.ts'
import { text } from '#components/text/board.ts'
import { BoardIcon } from '#components/ui/board-icon.tsx'

const ShiftBell = lazy(() => import('#components/bell/shift-bell.tsx'))

const look =
  'flex min-h-11 min-w-11 flex-none items-center justify-center gap-2 rounded-xl border border-edge bg-card px-2.5 font-semibold whitespace-nowrap'

/**
 * A browser plays no sound before somebody has touched the page, so the shift begins with a tap; the bell itself is
 * loaded with it. The sound is made within the tap, since some browsers count nothing later as part of it.
 */
export function BellButton({ view }: { view: View }) {
  const [sound, setSound] = useState<AudioContext | null>(null)
  if (!sound) {
    return (
      <button type="button" onClick={() => setSound(new AudioContext())} className={look}>
        <BoardIcon name="bell" className="size-5" />
        <span className="max-tablet:sr-only">{text.shell.startShift}</span>
      </button>
    )
  }
  return (
    <Suspense fallback={<span className="size-11 flex-none" />}>
      <ShiftBell
        sound={sound}
        view={view}
        look={look}
        onEnd={() => {
          void sound.close()
          setSound(null)
        }}
      />
    </Suspense>
  )
}
