import type { DayFigures, Sum } from '#contract/day.ts'
import { moneyWords } from '#components/orders/money-words.ts'
import { text } from '#components/text/catalogue.ts'

/** The figures of the day. What brought money stands first and larger. */
export function FigureGrid({ figures }: { figures: DayFigures }) {
  const { figure } = text.day
  const { currency } = figures
  const sums: [label: string, sum: Sum][] = [
    [figure.moneyBack, figures.moneyBack],
    [figure.reductions, figures.reductions],
    [figure.declined, figures.declined],
    [figure.expired, figures.expired],
    [figure.refused, figures.refused],
    [figure.unpaid, figures.unpaid],
    ...figures.otherCurrencies.map(({ currency: other, sum }): [string, Sum] => [
      text.day.other(other),
      sum,
    ]),
  ]
  const currencyOf = (index: number) =>
    figures.otherCurrencies[index - (sums.length - figures.otherCurrencies.length)]?.currency ??
    currency
  return (
    <>
      <dl className="grid grid-cols-2 gap-3 wide:grid-cols-4">
        <Large label={figure.confirmed} sum={figures.confirmed} currency={currency} isMain />
        <Large label={figure.cash} sum={figures.cash} currency={currency} />
        <Large label={figure.card} sum={figures.card} currency={currency} />
        <div className="rounded-xl border border-line p-3">
          <dt className="font-semibold">{figure.cashExpected}</dt>
          <dd className="figures text-2xl font-bold">
            {moneyWords(figures.cashExpectedMinor, currency)}
          </dd>
          <dd className="text-sm text-soft">{text.day.cashPlain}</dd>
        </div>
      </dl>
      <dl className="mt-4 grid gap-x-8 tablet:grid-cols-2">
        {sums.map(([label, { count, amountMinor }], index) => (
          <div
            key={label}
            className="flex flex-wrap items-baseline justify-between gap-x-3 border-b border-line py-1.5"
          >
            <dt>{label}</dt>
            <dd className="flex items-baseline gap-3">
              <span className="text-sm text-soft">{text.day.count(count)}</span>
              <b className="figures">{moneyWords(amountMinor, currencyOf(index))}</b>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Large({
  label,
  sum,
  currency,
  isMain = false,
}: {
  label: string
  sum: Sum
  currency: string
  isMain?: boolean
}) {
  return (
    <div
      data-main={isMain || undefined}
      className="rounded-xl border border-line p-3 data-main:border-received"
    >
      <dt className="font-semibold">{label}</dt>
      <dd
        data-main={isMain || undefined}
        className="figures text-2xl font-bold data-main:text-received"
      >
        {moneyWords(sum.amountMinor, currency)}
      </dd>
      <dd className="text-sm text-soft">{text.day.count(sum.count)}</dd>
    </div>
  )
}
