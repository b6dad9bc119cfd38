import Link from 'next/link'
import type { ReactNode } from 'react'
import { dateAfter } from '#contract/business-day.ts'
import { text } from '#components/text/catalogue.ts'
import { buttonLook } from '#components/ui/button-look.ts'
import { Icon } from '#components/ui/icon.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { dateWords } from './day-words.ts'

/** Which day it is, and the way to those before and after it. */
export function DayHead({
  date,
  today,
  lead,
}: {
  date: string
  /** The day that it is now; null while that is not known. */
  today: string | null
  lead: string
}) {
  const hasNext = today !== null && date < today
  return (
    <div className="grid gap-3">
      <PageHead title={text.day.title} lead={lead} />
      <nav aria-label={text.day.title} className="flex items-center gap-2">
        <DayLink date={dateAfter(date, -1)} label={text.day.earlier}>
          <Icon name="back" className="size-6" />
        </DayLink>
        <p className="min-w-0 flex-1 text-center text-lg font-bold tablet:flex-none tablet:px-2">
          {dateWords(date)}
        </p>
        {hasNext && (
          <DayLink date={dateAfter(date, 1)} label={text.day.later}>
            <Icon name="back" className="size-6 rotate-180" />
          </DayLink>
        )}
        {hasNext && dateAfter(date, 1) !== today && (
          <DayLink date={today} label={text.day.today}>
            {text.day.today}
          </DayLink>
        )}
      </nav>
    </div>
  )
}

function DayLink({ date, label, children }: { date: string; label: string; children: ReactNode }) {
  return (
    <Link
      href={`/day/${date}`}
      prefetch={false}
      aria-label={label}
      className={buttonLook({}, 'min-h-12 min-w-12 flex-none px-3!')}
    >
      {children}
    </Link>
  )
}
