'use client'

import { useState } from 'react'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { Draft, DraftChange } from '../draft.ts'
import { DiscountField } from './discount-field.tsx'

/** Note and discount: out of the way until somebody wants them. */
export function BillExtras({
  draft,
  currency,
  isLocked,
  mayDiscount,
  change,
}: {
  draft: Draft
  currency: string
  isLocked: boolean
  mayDiscount: boolean
  change: (change: DraftChange) => void
}) {
  const [hasNote, setHasNote] = useState(false)
  const [hasDiscount, setHasDiscount] = useState(false)
  const showsNote = hasNote || draft.note !== ''
  const showsDiscount =
    mayDiscount && (hasDiscount || draft.discountMinor > 0 || draft.discountShare !== null)
  return (
    <>
      {showsNote && (
        <TextField
          label={text.editor.note}
          value={draft.note}
          maxLength={200}
          disabled={isLocked}
          onChange={(event) => change({ type: 'write', fields: { note: event.target.value } })}
        />
      )}
      {showsDiscount && (
        <DiscountField draft={draft} currency={currency} isLocked={isLocked} change={change} />
      )}
      <div className="flex flex-wrap gap-2 empty:hidden">
        {!showsNote && (
          <Button disabled={isLocked} onClick={() => setHasNote(true)}>
            {text.editor.noteAdd}
          </Button>
        )}
        {mayDiscount && !showsDiscount && (
          <Button disabled={isLocked} onClick={() => setHasDiscount(true)}>
            {text.editor.discountAdd}
          </Button>
        )}
      </div>
    </>
  )
}
