import type { ReactNode } from 'react'
import { moneyWords } from '#components/orders/money-words.ts'

export interface Entry {
  key: string
  spotName: string
  amountMinor: number
  currency: string
  /** What happened, when and by whom. */
  words: string
  note?: ReactNode
  action?: ReactNode
}

/** What happened one by one: where, how much, and the words to it. */
export function EntryList({ label, entries }: { label: string; entries: readonly Entry[] }) {
  return (
    <ol aria-label={label}>
      {entries.map(({ key, spotName, amountMinor, currency, words, note, action }) => (
        <li
          key={key}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 border-t border-line py-2"
        >
          <bdi className="font-semibold [overflow-wrap:anywhere]">{spotName}</bdi>
          <b className="figures">{moneyWords(amountMinor, currency)}</b>
          <span className="text-sm text-soft [overflow-wrap:anywhere]">
            {words}
            {note && <span className="block">{note}</span>}
          </span>
          {action}
        </li>
      ))}
    </ol>
  )
}
