import Link from 'next/link'
import { dateAfter } from '#contract/business-day.ts'
import { text } from '#components/text/catalogue.ts'
import { buttonLook } from '#components/ui/button-look.ts'
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
      <nav aria-label={text.day.title} className="flex flex-wrap items-center gap-2">
        <DayLink date={dateAfter(date, -1)}>{text.day.earlier}</DayLink>
        <p className="px-1 text-lg font-bold tablet:px-2">{dateWords(date)}</p>
        {hasNext && <DayLink date={dateAfter(date, 1)}>{text.day.later}</DayLink>}
        {hasNext && dateAfter(date, 1) !== today && (
          <DayLink date={today}>{text.day.today}</DayLink>
        )}
      </nav>
    </div>
  )
}

function DayLink({ date, children }: { date: string; children: string }) {
  return (
    <Link
      href={`/day/${date}`}
      prefetch={false}
      className={buttonLook({}, 'min-h-12 flex-none px-3!')}
    >
      {children}
    </Link>
  )
}
