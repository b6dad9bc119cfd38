import type { Day } from '#contract/day.ts'
import { text } from '#components/text/catalogue.ts'
import { dateWords, momentWords } from './day-words.ts'
import { DaySection } from './day-section.tsx'
import { EntryList } from './entry-list.tsx'

/** What was given back, what guests were asked less, what came later and what was left open: each only where there is any. */
export function DayLists({ day }: { day: Day }) {
  const { report, later, closed, timeZone } = day
  const { currency } = report.figures
  const words = (at: number, by: string, orderDate: string | undefined, ...more: string[]) =>
    [
      momentWords(at, timeZone),
      by,
      ...more,
      ...(orderDate === undefined ? [] : [text.day.orderOf(dateWords(orderDate))]),
    ].join(' · ')
  return (
    <>
      {report.moneyBack.length > 0 && (
        <DaySection title={text.day.givenBack} plain={text.moneyBack.plain}>
          <EntryList
            label={text.day.givenBack}
            entries={report.moneyBack.map((back) => ({
              key: `${back.orderId} ${back.at}`,
              ...back,
              words: words(back.at, back.by, back.orderDate, text.moneyBack.ways[back.how]),
              note: <bdi>{back.reason}</bdi>,
            }))}
          />
        </DaySection>
      )}
      {report.reductions.length > 0 && (
        <DaySection title={text.day.less}>
          <EntryList
            label={text.day.less}
            entries={report.reductions.map((less) => ({
              key: `${less.orderId} ${less.at} ${less.kind}`,
              ...less,
              currency,
              words: words(less.at, less.by, less.orderDate, text.day.lessKinds[less.kind]),
              note: <bdi>{less.reason ?? text.day.noReason}</bdi>,
            }))}
          />
        </DaySection>
      )}
      {later.length > 0 && (
        <DaySection title={text.day.laterTitle} plain={text.day.laterPlain}>
          <EntryList
            label={text.day.laterTitle}
            entries={later.map((one) => ({
              key: `${one.what} ${one.orderId} ${one.at}`,
              ...one,
              words: [
                text.day.laterKinds[one.what],
                momentWords(one.at, timeZone),
                text.day.countsOn(dateWords(one.countsOn)),
              ].join(' · '),
            }))}
          />
        </DaySection>
      )}
      {closed && closed.left.length > 0 && (
        <DaySection title={text.day.left}>
          <EntryList
            label={text.day.left}
            entries={closed.left.map((line) => ({
              key: line.key,
              spotName: line.spotName,
              amountMinor: line.amountMinor ?? 0,
              currency: line.currency ?? currency,
              words: text.day.openKinds[line.kind],
              note: <bdi>{line.reason}</bdi>,
            }))}
          />
        </DaySection>
      )}
    </>
  )
}
