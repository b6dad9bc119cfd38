'use client'

import { address } from '#contract/address.ts'
import { Day } from '#contract/day.ts'
import type { Permission } from '#contract/permission.ts'
import { useFloorNews } from '#components/floor/use-floor-news.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { useResource } from '#components/http/use-resource.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { CloseSection } from './close-section.tsx'
import { DayHead } from './day-head.tsx'
import { DayLists } from './day-lists.tsx'
import { DaySection } from './day-section.tsx'
import { momentWords } from './day-words.ts'
import { FigureGrid } from './figure-grid.tsx'
import { HourChart } from './hour-chart.tsx'
import { PaymentList } from './payment-list.tsx'
import { PeopleTable, PlacesTable } from './takings-table.tsx'
import { Times } from './times.tsx'

/** The report of one business day, read again whenever the floor changes. */
export function DayPage({ date, may }: { date: string; may: readonly Permission[] }) {
  const { data: day, error, mutate } = useResource(address.day(date), Day)
  useFloorNews(() => void mutate())
  return (
    <div className="mx-auto grid max-w-5xl grid-cols-[minmax(0,1fr)] gap-4 px-4 pb-8">
      <DayHead date={date} today={day?.today ?? null} lead={day ? leadOf(day) : text.day.reading} />
      {error && (
        <Notice
          role="alert"
          title={text.day.unread}
          action={<Button onClick={() => void mutate()}>{text.spot.readAgain}</Button>}
        >
          {problemWords(error)}
        </Notice>
      )}
      {day && (
        <>
          <output className="block font-semibold">
            {day.closed
              ? text.day.isClosed(day.closed.by, momentWords(day.closed.at, day.timeZone))
              : text.day.isOpen}
          </output>
          <Report day={day} may={may} readAgain={() => mutate()} />
          {!day.closed && may.includes('close_day') && (
            <CloseSection day={day} onNews={(news) => mutate(news, { revalidate: !news })} />
          )}
        </>
      )}
    </div>
  )
}

function Report({
  day,
  may,
  readAgain,
}: {
  day: Day
  may: readonly Permission[]
  readAgain: () => Promise<unknown>
}) {
  const { figures } = day.report
  return (
    <>
      <DaySection title={text.day.figures}>
        <FigureGrid figures={figures} />
      </DaySection>
      <DaySection title={text.day.hours}>
        <HourChart figures={figures} timeZone={day.timeZone} />
      </DaySection>
      <DaySection title={text.day.people}>
        <PeopleTable staff={figures.staff} />
      </DaySection>
      <DaySection title={text.day.places}>
        <PlacesTable locations={figures.locations} />
      </DaySection>
      <DaySection title={text.day.times}>
        <Times figures={figures} />
      </DaySection>
      <DaySection title={text.day.payments}>
        <PaymentList day={day} may={may} readAgain={readAgain} />
      </DaySection>
      <DayLists day={day} />
    </>
  )
}

function leadOf({ from, until, timeZone }: Day): string {
  return text.day.lead(momentWords(from, timeZone), momentWords(until, timeZone))
}
