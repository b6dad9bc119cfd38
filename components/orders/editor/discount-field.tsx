'use client'

import { useState } from 'react'
import { formatShare } from '#contract/money-format.ts'
import { orderTotalMinor, parseAmount, parseShare } from '#contract/money.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { Draft, DraftChange } from '../draft.ts'
import { askedLines } from '../draft.ts'
import { amountWords, currencySign, moneyWords } from '../money-words.ts'

const units = ['amount', 'share'] as const
type Unit = (typeof units)[number]

/** A discount as an amount or per cent. What cannot be read takes nothing off, and says so. */
export function DiscountField({
  draft,
  currency,
  isLocked,
  change,
}: {
  draft: Draft
  currency: string
  isLocked: boolean
  change: (change: DraftChange) => void
}) {
  const [unit, setUnit] = useState<Unit>(draft.discountShare === null ? 'amount' : 'share')
  const [typed, setTyped] = useState(() => typedWords(draft))
  const totalMinor = orderTotalMinor(askedLines(draft))
  const isGood = typed.trim() === '' || discountOf(typed, unit) !== null
  const isTooHigh = draft.discountMinor > 0 && draft.discountMinor >= totalMinor
  const error = isGood ? isTooHigh && text.editor.discountTooHigh : text.editor.badDiscount[unit]
  const share = draft.discountShare ?? 0
  const hint =
    share > 0 &&
    text.editor.shareSays(
      shareWords(share),
      moneyWords(totalMinor, currency),
      moneyWords(draft.discountMinor, currency),
    )

  const write = (words: string, as: Unit) => {
    setTyped(words)
    setUnit(as)
    const discount = discountOf(words, as) ?? 0
    change({
      type: 'write',
      fields:
        as === 'share'
          ? { discountShare: discount }
          : { discountShare: null, discountMinor: discount },
    })
  }

  return (
    <div className="flex items-start gap-2">
      <TextField
        label={text.editor.discount}
        className="min-w-0 flex-1"
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        maxLength={9}
        disabled={isLocked}
        onChange={(event) => write(event.target.value, unit)}
        {...(hint && { hint })}
        {...(error && { error })}
      />
      <fieldset aria-label={text.editor.discountAs} className="mt-7.5 flex gap-2">
        {units.map((one) => (
          <Button
            key={one}
            variant={one === unit ? 'main' : 'plain'}
            className="size-12 px-0! text-lg"
            aria-label={text.editor.discountUnits[one]}
            aria-pressed={one === unit}
            disabled={isLocked}
            onClick={() => write(typed, one)}
          >
            {one === 'share' ? '%' : currencySign(currency)}
          </Button>
        ))}
      </fieldset>
    </div>
  )
}

function discountOf(typed: string, unit: Unit): number | null {
  return unit === 'share' ? parseShare(typed) : parseAmount(typed)
}

function shareWords(share: number): string {
  return formatShare(share, text.locale)
}

function typedWords({ discountShare, discountMinor }: Draft): string {
  if (discountShare !== null) return discountShare > 0 ? shareWords(discountShare) : ''
  return discountMinor > 0 ? amountWords(discountMinor) : ''
}
