'use client'

import { useState } from 'react'
import type { Order, Split } from '#contract/order.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { ChoiceRow } from '#components/ui/choice-row.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { moneyWords } from '../money-words.ts'
import { PartsList } from './parts-list.tsx'
import { equalParts, firstChoice, mostParts, splitOf, splitWays } from './split-choice.ts'
import type { SplitChoice } from './split-choice.ts'
import { AmountWay, EvenlyWay, LinesWay } from './split-ways.tsx'

/** Divides an order, and shows what comes of it before anything is sent. */
export function SplitDialog({
  order,
  isOpen,
  maySettle,
  onClose,
  onSplit,
}: {
  order: Order
  isOpen: boolean
  maySettle: boolean
  onClose: () => void
  onSplit: (split: Split) => void
}) {
  const [kept, setKept] = useState<SplitChoice | null>(null)
  // Somebody may change the order meanwhile; what was chosen for other lines says nothing about these.
  const choice = kept?.version === order.version ? kept : firstChoice(order)
  const change = (fields: Partial<SplitChoice>) => setKept({ ...choice, ...fields })
  const chosen = splitOf(order, choice)
  const close = () => {
    setKept(null)
    onClose()
  }
  const way = { order, choice, change }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={text.rearrange.splitTitle(moneyWords(order.totalMinor, order.currency))}
      actions={
        <>
          <Button size="big" className="flex-1" onClick={close}>
            {text.rearrange.cancel}
          </Button>
          <Button
            variant="main"
            size="big"
            className="flex-1"
            disabled={!chosen}
            onClick={() => {
              setKept(null)
              if (chosen) onSplit(chosen.split)
            }}
          >
            {text.rearrange.splitNow(chosen?.parts.length ?? 2)}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <ChoiceRow
          label={text.rearrange.wayOf}
          choices={splitWays}
          words={text.rearrange.ways}
          chosen={choice.way}
          onChoose={(chosenWay) => change({ way: chosenWay })}
        />
        {choice.way === 'evenly' && <EvenlyWay {...way} />}
        {choice.way === 'lines' && <LinesWay {...way} />}
        {choice.way === 'amount' && <AmountWay {...way} maySettle={maySettle} />}
        <output className="text-lg font-bold empty:hidden">
          {choice.way === 'evenly' &&
            chosen &&
            equalParts(chosen.parts)
              .map(({ count, totalMinor }) =>
                text.rearrange.pays(count, moneyWords(totalMinor, order.currency)),
              )
              .join(', ')}
        </output>
        {chosen ? (
          <PartsList order={order} parts={chosen.parts} />
        ) : (
          <p className="text-soft empty:hidden">{hint(order, choice)}</p>
        )}
      </div>
    </Dialog>
  )
}

/** What is still missing; an amount says so at its own field. */
function hint(order: Order, { way }: SplitChoice): string | null {
  if (way === 'amount') return null
  return way === 'lines' ? text.rearrange.chooseLines : text.rearrange.chooseCount(mostParts(order))
}
