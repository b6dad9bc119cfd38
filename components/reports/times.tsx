import type { DayFigures, Spread } from '#contract/day.ts'
import { ageWords } from '#components/clock/age-words.ts'
import { text } from '#components/text/catalogue.ts'

/** How long guests waited to be asked, and their payments to be decided. */
export function Times({ figures }: { figures: DayFigures }) {
  return (
    <dl className="grid gap-x-8 gap-y-2 tablet:grid-cols-2">
      <Time label={text.day.toFirstOrder} spread={figures.toFirstOrder} />
      <Time label={text.day.toConfirmation} spread={figures.toConfirmation} />
    </dl>
  )
}

function Time({ label, spread }: { label: string; spread: Spread | null }) {
  return (
    <div>
      <dt className="text-soft">{label}</dt>
      <dd className="font-semibold">
        {spread === null
          ? text.day.notMeasured
          : text.day.spread(ageWords(spread.medianMs), ageWords(spread.p90Ms))}
      </dd>
    </div>
  )
}
