'use client'

import { useState } from 'react'
import { orderTotalMinor, parseAmount } from '#contract/money.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { Draft, DraftChange } from '../draft.ts'
import { askedLines } from '../draft.ts'
import { amountWords } from '../money-words.ts'

/** Note and discount: out of the way until somebody wants them. */
export function BillExtras({
  draft,
  isLocked,
  mayDiscount,
  change,
}: {
  draft: Draft
  isLocked: boolean
  mayDiscount: boolean
  change: (change: DraftChange) => void
}) {
  const [hasNote, setHasNote] = useState(false)
  const [hasDiscount, setHasDiscount] = useState(false)
  const showsNote = hasNote || draft.note !== ''
  const showsDiscount = mayDiscount && (hasDiscount || draft.discountMinor > 0)
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
      {showsDiscount && <DiscountField draft={draft} isLocked={isLocked} change={change} />}
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

/** What cannot be read as an amount takes nothing off, and says so. */
function DiscountField({
  draft,
  isLocked,
  change,
}: {
  draft: Draft
  isLocked: boolean
  change: (change: DraftChange) => void
}) {
  const [typed, setTyped] = useState(
    draft.discountMinor > 0 ? amountWords(draft.discountMinor) : '',
  )
  const isGood = typed.trim() === '' || parseAmount(typed) !== null
  const isTooHigh = draft.discountMinor >= orderTotalMinor(askedLines(draft))
  const error = isGood
    ? draft.discountMinor > 0 && isTooHigh && text.editor.discountTooHigh
    : text.editor.badAmount
  return (
    <TextField
      label={text.editor.discount}
      inputMode="decimal"
      autoComplete="off"
      value={typed}
      maxLength={9}
      disabled={isLocked}
      onChange={(event) => {
        setTyped(event.target.value)
        const discountMinor = parseAmount(event.target.value) ?? 0
        change({ type: 'write', fields: { discountMinor } })
      }}
      {...(error && { error })}
    />
  )
}
