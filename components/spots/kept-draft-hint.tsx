'use client'

import { useState } from 'react'
import { askedLines, draftTotalMinor } from '#components/orders/draft.ts'
import { readDraft } from '#components/orders/device-drafts.ts'
import { draftSlot } from '#components/orders/kept-draft.ts'
import { amountWords } from '#components/orders/money-words.ts'
import { text } from '#components/text/catalogue.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'

/** Offers the order that somebody began on this device and nobody was asked for. */
export function KeptDraftHint({ spotId }: { spotId: number }) {
  const [kept] = useState(() => readDraft(draftSlot(spotId)))
  if (!kept) return null
  const count = askedLines(kept.draft).reduce((sum, line) => sum + line.quantity, 0)
  return (
    <div className="mb-4 mx-auto flex max-w-2xl flex-wrap items-center justify-end gap-3 rounded-2xl border border-dashed border-edge p-4">
      <p className="min-w-52 flex-1">
        {kept.unanswered
          ? text.spot.keptUnanswered
          : text.spot.keptDraft(count, amountWords(draftTotalMinor(kept.draft)))}
      </p>
      <ButtonLink href={`/spots/${spotId}/orders/new`} className="min-h-12 flex-none">
        {text.spot.continueDraft}
      </ButtonLink>
    </div>
  )
}
