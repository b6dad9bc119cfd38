import { parseAmount } from '#contract/money.ts'
import { settlements } from '#contract/order.ts'
import type { Order } from '#contract/order.ts'
import { text } from '#components/text/catalogue.ts'
import { ChoiceRow } from '#components/ui/choice-row.tsx'
import { Stepper } from '#components/ui/stepper.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { amountWords, moneyWords } from '../money-words.ts'
import { mostParts } from './split-choice.ts'
import type { SplitChoice } from './split-choice.ts'

interface WayProps {
  order: Order
  choice: SplitChoice
  change: (fields: Partial<SplitChoice>) => void
}

export function EvenlyWay({ order, choice, change }: WayProps) {
  return (
    <div className="flex items-center justify-between gap-3">
      <span className="font-semibold">{text.rearrange.parts}</span>
      <Stepper
        value={choice.count}
        least={2}
        most={mostParts(order)}
        words={{
          value: text.rearrange.parts,
          less: text.rearrange.lessPart,
          more: text.rearrange.morePart,
        }}
        onChange={(count) => change({ count })}
      />
    </div>
  )
}

export function LinesWay({ order, choice, change }: WayProps) {
  const take = (index: number, quantity: number) =>
    change({ taken: choice.taken.map((before, at) => (at === index ? quantity : before)) })
  return (
    <ul className="-my-2">
      {order.lines.map((line, index) => (
        <li
          // oxlint-disable-next-line react/no-array-index-key -- Two lines may be alike; their place tells them apart.
          key={index}
          className="flex items-center justify-between gap-3 border-b border-line py-2 last:border-0"
        >
          <span className="min-w-0 leading-snug">
            <bdi className="[overflow-wrap:anywhere] hyphens-auto">{line.title}</bdi>
            <span className="figures block text-sm text-soft">
              {amountWords(line.unitPriceMinor)}
            </span>
          </span>
          <span className="flex flex-none items-center gap-2">
            <Stepper
              value={choice.taken[index] ?? 0}
              least={0}
              most={line.quantity}
              words={{
                value: text.rearrange.howManyGo(line.title),
                less: text.rearrange.oneLessGoes(line.title),
                more: text.rearrange.oneMoreGoes(line.title),
              }}
              onChange={(quantity) => take(index, quantity)}
            />
            <span className="figures w-12 text-soft">{text.rearrange.ofThem(line.quantity)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

export function AmountWay({ order, choice, change, maySettle }: WayProps & { maySettle: boolean }) {
  const most = moneyWords(order.totalMinor, order.currency)
  const { typedAmount } = choice
  const amountMinor = parseAmount(typedAmount)
  const isGood = amountMinor !== null && amountMinor > 0 && amountMinor < order.totalMinor
  return (
    <div className="grid gap-4">
      <TextField
        label={text.rearrange.amount}
        hint={text.rearrange.amountHint(most)}
        inputMode="decimal"
        autoComplete="off"
        value={typedAmount}
        maxLength={9}
        onChange={(event) => change({ typedAmount: event.target.value })}
        {...(typedAmount.trim() !== '' && !isGood && { error: text.rearrange.badAmount(most) })}
      />
      {maySettle && (
        <div className="grid gap-1.5">
          <span aria-hidden="true" className="font-semibold">
            {text.rearrange.how}
          </span>
          <ChoiceRow
            label={text.rearrange.how}
            choices={['app', ...settlements]}
            words={text.rearrange.hows}
            chosen={choice.how}
            onChoose={(how) => change({ how })}
          />
        </div>
      )}
    </div>
  )
}
