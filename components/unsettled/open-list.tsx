'use client'

import Link from 'next/link'
import { useAge } from '#components/clock/use-clock.ts'
import { moneyWords } from '#components/orders/money-words.ts'
import { OrderPill } from '#components/orders/order-pill.tsx'
import { isTakenMeanwhile } from '#components/orders/order-state.ts'
import { text } from '#components/text/catalogue.ts'
import { Icon } from '#components/ui/icon.tsx'
import { useSteadyTap } from '#components/ui/use-steady-tap.ts'
import type { OpenRow } from './open-rows.ts'

/** Each row leads to its table. One that has ended lets those below it move up, which no tap on its way may meet. */
export function OpenList({
  rows,
  label = text.unsettled.title,
}: {
  rows: readonly OpenRow[]
  label?: string
}) {
  const steadyTap = useSteadyTap(rows.map(({ key }) => key))
  return (
    <ol aria-label={label} onClickCapture={steadyTap} className="grid gap-2">
      {rows.map((row) => (
        <li key={row.key}>
          <Row row={row} />
        </li>
      ))}
    </ol>
  )
}

function Row({ row: { way, spotName, since, order, tab, note } }: { row: OpenRow }) {
  const age = useAge(since)
  const money = order ?? tab
  return (
    <Link
      href={way}
      prefetch={false}
      className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1.5 rounded-2xl border border-edge bg-card px-4 py-3 active:pressed"
    >
      <bdi className="line-clamp-2 text-xl leading-tight font-bold tracking-tight [overflow-wrap:anywhere]">
        {spotName}
      </bdi>
      {money && (
        <b className="figures text-right text-xl">{moneyWords(money.totalMinor, money.currency)}</b>
      )}
      <span className="col-span-2 flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        {order ? <OrderPill order={order} /> : <Pill isTab={tab !== undefined} />}
        <span className="[overflow-wrap:anywhere] text-soft">
          <span className="figures">{age}</span>
          {order && ` · ${text.unsettled.by(order.createdBy)}`}
        </span>
      </span>
      {note !== undefined && <span className="col-span-2 font-semibold">{note}</span>}
      {order && isTakenMeanwhile(order) && (
        <span className="col-span-2">{text.unsettled.payable}</span>
      )}
    </Link>
  )
}

function Pill({ isTab }: { isTab: boolean }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-lg leading-6 font-semibold">
      <Icon name={isTab ? 'tab' : 'unknown'} />
      {isTab ? text.unsettled.tab : text.unsettled.close}
    </span>
  )
}
