'use client'

import { useRouter } from 'next/navigation'
import type { CounterOrder } from '#contract/counter.ts'
import type { Permission } from '#contract/permission.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { useEscape } from '#components/spots/use-escape.ts'
import { pathOfPlace } from '#components/spots/path-of-place.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { OpenList } from '#components/unsettled/open-list.tsx'
import type { OpenRow } from '#components/unsettled/open-rows.ts'
import { NewOrderForm } from './new-order-form.tsx'
import { useCounter } from './use-counter.ts'

/** Guests without a table: who has not paid yet, who has, and the way to ask the next one. */
export function CounterPage({ may }: { may: readonly Permission[] }) {
  const { counter, error, readAgain } = useCounter()
  const router = useRouter()
  useEscape(() => router.push('/'))
  return (
    <div className="mx-auto grid max-w-3xl gap-4 px-4 pb-8">
      <PageHead title={text.counter.title} lead={text.counter.lead} />
      {may.includes('write_orders') && <NewOrderForm />}
      {error && (
        <Notice
          role="alert"
          title={text.counter.unread}
          action={<Button onClick={readAgain}>{text.spot.readAgain}</Button>}
        >
          {problemWords(error)}
        </Notice>
      )}
      {!counter && !error && (
        <output className="block text-lg text-soft">{text.counter.reading}</output>
      )}
      {counter?.open.length === 0 && <p className="py-4 text-lg">{text.counter.nobody}</p>}
      {counter && counter.open.length > 0 && (
        <OpenList rows={rowsOf(counter.open)} label={text.counter.open} />
      )}
      {counter && counter.ended.length > 0 && (
        <>
          <h2 className="mt-2 text-xl font-bold tracking-tight">{text.counter.ended}</h2>
          <OpenList rows={rowsOf(counter.ended)} label={text.counter.ended} />
        </>
      )}
    </div>
  )
}

function rowsOf(orders: readonly CounterOrder[]): OpenRow[] {
  return orders.map(({ name, order, isOverdue }) => ({
    key: order.id,
    way: pathOfPlace(order.spotId),
    spotName: name,
    since: order.createdAt,
    order,
    ...(isOverdue && { note: text.counter.overdue }),
  }))
}
