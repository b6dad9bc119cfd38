'use client'

import { useEffect, useState } from 'react'
import { now } from '#components/clock/clock.ts'
import { readDraft, storeDraft } from '../device-drafts.ts'
import { changeDraft } from '../draft.ts'
import type { DraftChange } from '../draft.ts'
import { isWorthKeeping } from '../kept-draft.ts'
import type { KeptDraft } from '../kept-draft.ts'

/** A draft that was touched this short a time ago is still in somebody's hands and needs no introduction. */
const IN_HAND_MS = 5000

/** The draft of one slot, kept on the device with every change; `foundAt` says when one from before was last touched. */
export function useKeptDraft(slot: string, begin: () => KeptDraft) {
  const [found] = useState(() => readDraft(slot))
  const [kept, put] = useState(() => found ?? begin())
  const [isFound, setIsFound] = useState(
    () => found !== null && isWorthKeeping(found) && now() - found.keptAt > IN_HAND_MS,
  )

  useEffect(() => storeDraft(slot, kept), [slot, kept])

  return {
    kept,
    put,
    foundAt: isFound && found ? found.keptAt : null,
    change: (change: DraftChange) =>
      put((before) => ({ ...before, keptAt: now(), draft: changeDraft(before.draft, change) })),
    startAfresh: () => {
      setIsFound(false)
      put(begin())
    },
  }
}
