'use client'

import { useEffect, useState } from 'react'
import { now } from '#components/clock/clock.ts'
import { readDraft, storeDraft } from '../device-drafts.ts'
import { changeDraft } from '../draft.ts'
import type { DraftChange } from '../draft.ts'
import { isWorthKeeping } from '../kept-draft.ts'
import type { KeptDraft } from '../kept-draft.ts'

/** The draft of one slot, kept on the device with every change; `foundAt` says when one from before was last touched. */
export function useKeptDraft(slot: string, begin: () => KeptDraft) {
  const [found] = useState(() => readDraft(slot))
  const [kept, put] = useState(() => found ?? begin())
  const [isFound, setIsFound] = useState(found !== null && isWorthKeeping(found))

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
