'use client'

import type { Table, Tables } from '#contract/table.ts'
import { text } from '#components/text/catalogue.ts'
import { MoveButtons } from '#components/ui/move-buttons.tsx'
import type { Direction } from '#components/ui/shifted.ts'
import { locationName } from './first-tables.ts'
import type { TableArea } from './table-order.ts'
import { TableRow } from './table-row.tsx'
import type { Drag } from './use-drag.ts'

export interface TableActs {
  isBusy: boolean
  chosen: ReadonlySet<string>
  drag: Drag
  onChoose: (id: string, isChosen: boolean) => void
  onEdit: (table: Table) => void
  onRest: (table: Table, isResting: boolean) => void
  onMove: (table: Table, direction: Direction) => void
}

/** The tables of one area, in the order in which they stand on the floor. */
export function AreaSection({
  area: { name, tables },
  locations,
  isFirst,
  isLast,
  acts,
  onMoveArea,
}: {
  area: TableArea
  locations: Tables['locations']
  isFirst: boolean
  isLast: boolean
  acts: TableActs
  onMoveArea: (direction: Direction) => void
}) {
  const title = name === '' ? text.tables.noArea : name
  return (
    <section aria-label={title} className="mt-6">
      <div className="flex items-center justify-between gap-2 pr-2">
        <h2 className="text-xl font-bold tracking-tight [overflow-wrap:anywhere]">
          <bdi>{title}</bdi>
        </h2>
        <MoveButtons title={title} isFirst={isFirst} isLast={isLast} onMove={onMoveArea} />
      </div>
      <ul className="mt-1 rounded-2xl border border-line bg-card px-2">
        {tables.map((table, index) => (
          <TableRow
            key={table.id}
            table={table}
            location={locations.length > 1 ? locationName(table.locationId, locations) : null}
            isFirst={index === 0}
            isLast={index === tables.length - 1}
            isChosen={acts.chosen.has(table.id)}
            isBusy={acts.isBusy}
            drag={acts.drag}
            onChoose={(isChosen) => acts.onChoose(table.id, isChosen)}
            onEdit={() => acts.onEdit(table)}
            onRest={(isResting) => acts.onRest(table, isResting)}
            onMove={(direction) => acts.onMove(table, direction)}
          />
        ))}
      </ul>
    </section>
  )
}
