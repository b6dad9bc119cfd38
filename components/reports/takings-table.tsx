import type { ReactNode } from 'react'
import type { DayFigures } from '#contract/day.ts'
import { amountWords } from '#components/orders/money-words.ts'
import { text } from '#components/text/catalogue.ts'

/** Who asked for what was received, and who took, gave back and asked less. */
export function PeopleTable({ staff }: { staff: DayFigures['staff'] }) {
  const { figure } = text.day
  return (
    <Table
      first={text.day.person}
      columns={[
        figure.confirmed,
        figure.cash,
        figure.card,
        figure.moneyBack,
        figure.cashExpected,
        figure.reductions,
      ]}
      rows={staff.map((one) => ({
        key: one.name,
        name: <bdi>{one.name}</bdi>,
        amounts: [
          one.confirmed.amountMinor,
          one.cash.amountMinor,
          one.card.amountMinor,
          one.moneyBack.amountMinor,
          one.cashExpectedMinor,
          one.reductions.amountMinor,
        ],
      }))}
    />
  )
}

export function PlacesTable({ locations }: { locations: DayFigures['locations'] }) {
  const { figure } = text.day
  return (
    <Table
      first={text.day.place}
      columns={[figure.confirmed, figure.cash, figure.card]}
      rows={locations.map(({ locationId, title, confirmed, cash, card }) => ({
        key: String(locationId),
        name: <bdi>{title ?? placeWords(locationId)}</bdi>,
        amounts: [confirmed.amountMinor, cash.amountMinor, card.amountMinor],
      }))}
    />
  )
}

function placeWords(locationId: number | null): string {
  return locationId === null ? text.day.nowhere : text.day.location(locationId)
}

interface Row {
  key: string
  name: ReactNode
  amounts: readonly number[]
}

/** On a narrow screen the figures scroll sideways under the finger, and the page does not. */
function Table({
  first,
  columns,
  rows,
}: {
  first: string
  columns: readonly string[]
  rows: readonly Row[]
}) {
  if (rows.length === 0) return <p className="text-soft">{text.day.nothing}</p>
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls has to be reached by the keyboard.
    <section className="scroll-row" tabIndex={0} aria-label={first}>
      <table className="w-full text-right">
        <thead className="text-sm text-soft">
          <tr>
            <th scope="col" className="pr-3 text-left align-bottom font-normal">
              {first}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="min-w-20 pl-4 align-bottom font-normal">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, amounts }) => (
            <tr key={key} className="border-t border-line">
              <th scope="row" className="min-w-28 py-1.5 pr-3 text-left font-semibold">
                {name}
              </th>
              {columns.map((column, index) => (
                <td key={column} className="figures py-1.5 pl-4">
                  {amountWords(amounts[index] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
