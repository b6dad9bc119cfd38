import type { DayFigures } from '#contract/day.ts'
import { amountWords, moneyWords } from '#components/orders/money-words.ts'
import { text } from '#components/text/catalogue.ts'
import { houseClock } from './day-words.ts'

const WIDTH = 20
const HEIGHT = 120

/** What was taken in each hour: a picture for eyes, and the same in figures for everybody else. */
export function HourChart({ figures, timeZone }: { figures: DayFigures; timeZone: string }) {
  const { hours, currency } = figures
  const most = Math.max(...hours.map((hour) => hour.confirmedMinor + hour.otherwiseMinor), 0)
  if (most === 0) return <p className="text-soft">{text.day.nothing}</p>
  const heightOf = (amountMinor: number) => (amountMinor / most) * HEIGHT
  return (
    <>
      <div aria-hidden className="grid gap-2">
        <div className="flex flex-wrap items-center justify-between gap-x-4 text-sm">
          <span className="flex flex-wrap gap-x-4">
            <Key look="bg-received border-received">{text.day.received}</Key>
            <Key look="bg-card border-ink">{text.day.otherwise}</Key>
          </span>
          <span className="figures text-soft">{text.day.most(moneyWords(most, currency))}</span>
        </div>
        <svg
          viewBox={`0 -2 ${hours.length * WIDTH} ${HEIGHT + 4}`}
          preserveAspectRatio="none"
          className="h-36 w-full border-t border-b border-line"
        >
          {hours.map(({ startsAt, confirmedMinor, otherwiseMinor }, index) => {
            const confirmed = heightOf(confirmedMinor)
            const otherwise = heightOf(otherwiseMinor)
            const bar = { x: index * WIDTH + 3, width: WIDTH - 6 }
            return (
              <g key={startsAt}>
                <rect
                  {...bar}
                  y={HEIGHT - confirmed}
                  height={confirmed}
                  className="fill-received"
                />
                {otherwise > 0 && (
                  <rect
                    {...bar}
                    y={HEIGHT - confirmed - otherwise}
                    height={otherwise}
                    vectorEffect="non-scaling-stroke"
                    className="fill-card stroke-ink stroke-2"
                  />
                )}
              </g>
            )
          })}
        </svg>
        <div className="figures flex justify-between text-sm text-soft">
          {[0, 6, 12, 18, hours.length - 1].map((index) => {
            const hour = hours[index]
            return hour && <span key={index}>{houseClock(hour.startsAt, timeZone)}</span>
          })}
        </div>
      </div>
      <details className="mt-2">
        <summary className="flex min-h-11 w-fit items-center font-semibold underline underline-offset-4">
          {text.day.hoursInFigures}
        </summary>
        <table className="w-full text-right" aria-label={text.day.hours}>
          <thead className="text-sm text-soft">
            <tr>
              <th scope="col" className="text-left font-normal">
                {text.day.hour}
              </th>
              <th scope="col" className="font-normal">
                {text.day.received}
              </th>
              <th scope="col" className="font-normal">
                {text.day.otherwise}
              </th>
            </tr>
          </thead>
          <tbody>
            {hours.map(({ startsAt, confirmedMinor, otherwiseMinor }) => (
              <tr key={startsAt} className="border-t border-line">
                <th scope="row" className="figures py-1 text-left font-normal">
                  {houseClock(startsAt, timeZone)}
                </th>
                <td className="figures">{amountWords(confirmedMinor)}</td>
                <td className="figures">{amountWords(otherwiseMinor)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}

function Key({ look, children }: { look: string; children: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <span className={`size-3.5 rounded-sm border-2 ${look}`} />
      {children}
    </span>
  )
}
