'use client'

import type { ReactNode } from 'react'
import { describeForGuest } from '#contract/order.ts'
import type { Order } from '#contract/order.ts'
import { text } from '#components/text/catalogue.ts'
import type { Draft, DraftChange } from '../draft.ts'
import { askedLines } from '../draft.ts'
import type { Base } from '../kept-draft.ts'
import { BackLink } from './back-link.tsx'
import type { WrittenFor } from './back-link.tsx'
import { BillExtras } from './bill-extras.tsx'
import { BillLine } from './bill-line.tsx'
import { GivenLines } from './given-lines.tsx'

/** What is on the order so far, and what the guest will read in the app. */
export function Bill({
  title = text.editor.bill,
  place,
  pill,
  draft,
  base,
  given,
  part,
  currency,
  isLocked,
  mayDiscount,
  change,
}: {
  title?: string
  place: WrittenFor
  /** The state that the place is in. */
  pill?: ReactNode
  draft: Draft
  base: Base | null
  /** How many rows stand fast, since the guest was asked for them before. */
  given: number
  part: Order['part']
  currency: string
  isLocked: boolean
  mayDiscount: boolean
  change: (change: DraftChange) => void
}) {
  const asked = askedLines(draft)
  const added = draft.lines.slice(given)
  return (
    <section
      aria-label={title}
      className="hidden min-h-0 flex-col overflow-y-auto bg-card group-data-[view=bill]/desk:flex wide:flex wide:border-l wide:border-line"
    >
      <div className="flex items-center gap-3 border-b border-line px-4 py-3">
        <span className="contents wide:hidden">
          <BackLink place={place} />
        </span>
        <p className="mr-auto line-clamp-2 text-2xl leading-tight font-bold tracking-tight [overflow-wrap:anywhere]">
          <bdi>{place.name}</bdi>
        </p>
        <span className="hidden flex-none wide:block">{pill}</span>
      </div>
      {given > 0 && base && (
        <>
          <GivenLines base={base} currency={currency} />
          <h2 className="mx-auto mt-4 w-full max-w-2xl px-4 text-lg font-bold">
            {text.editor.onTop}
          </h2>
        </>
      )}
      {added.length === 0 && (
        <p className="mx-auto w-full max-w-2xl px-4 py-3 text-lg text-soft">{text.editor.empty}</p>
      )}
      <ul className="mx-auto w-full max-w-2xl px-4">
        {added.map((line, index) => (
          <BillLine
            // oxlint-disable-next-line react/no-array-index-key -- Rows keep their place for as long as the draft lives.
            key={index}
            line={line}
            isLocked={isLocked}
            onQuantity={(quantity) => change({ type: 'quantity', index: given + index, quantity })}
          />
        ))}
      </ul>
      <div className="mx-auto mt-auto grid w-full max-w-2xl gap-3 p-4">
        <BillExtras
          // Another person's version brings its own discount, which the field has to start from.
          key={base?.version}
          draft={draft}
          currency={currency}
          isLocked={isLocked}
          mayDiscount={mayDiscount}
          change={change}
        />
        {asked.length > 0 && (
          <p className="rounded-xl border border-dashed border-edge px-3.5 py-2.5 text-sm [overflow-wrap:anywhere] text-soft">
            {text.editor.guestSees}{' '}
            <bdi className="text-ink">“{describeForGuest(place.name, asked, part)}”</bdi>
          </p>
        )}
      </div>
    </section>
  )
}
