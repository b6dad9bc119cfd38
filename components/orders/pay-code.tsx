'use client'

import { useState } from 'react'
import { address } from '#contract/address.ts'
import type { Order } from '#contract/order.ts'
import { moneyWords } from './money-words.ts'
import { text } from '#components/text/catalogue.ts'

/** The code that the guest's app reads. Another key is another picture, so an old code never stays on screen. */
export function PayCode({
  order: { id, transactionKey = '', totalMinor, currency },
  name,
  className,
}: {
  order: Order
  name: string
  className: string
}) {
  const [failed, setFailed] = useState<string | null>(null)
  const source = `${address.codeOfOrder(id)}?key=${encodeURIComponent(transactionKey)}`
  if (failed === source) return <p role="alert">{text.counter.noCode}</p>
  return (
    // oxlint-disable-next-line nextjs/no-img-element -- The picture is made for this order, and an SVG gains nothing from the image optimiser.
    <img
      key={source}
      src={source}
      alt={text.counter.codeOf(name, moneyWords(totalMinor, currency))}
      onError={() => setFailed(source)}
      className={`aspect-square rounded-xl bg-white ${className}`}
    />
  )
}

/** Whether a guest can pay it with a code now; while it is being changed the code on screen may be dead already. */
export function hasCode({ status, transactionKey, work }: Order): boolean {
  const isQuiet = work === undefined || work.outcome === 'scheduled'
  return status === 'pending' && transactionKey !== undefined && isQuiet
}
