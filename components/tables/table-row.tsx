'use client'

import type { Table } from '#contract/table.ts'
import { text } from '#components/text/catalogue.ts'
import { Icon } from '#components/ui/icon.tsx'
import { MoveButtons } from '#components/ui/move-buttons.tsx'
import type { Direction } from '#components/ui/shifted.ts'
import { Switch } from '#components/ui/switch.tsx'
import type { Drag } from './use-drag.ts'

/** A registered table; its name opens what can be changed of it. */
export function TableRow({
  table,
  location,
  isFirst,
  isLast,
  isChosen,
  isBusy,
  drag,
  onChoose,
  onEdit,
  onRest,
  onMove,
}: {
  table: Table
  /** Null where there is only one. */
  location: string | null
  isFirst: boolean
  isLast: boolean
  isChosen: boolean
  isBusy: boolean
  drag: Drag
  onChoose: (isChosen: boolean) => void
  onEdit: () => void
  onRest: (isResting: boolean) => void
  onMove: (direction: Direction) => void
}) {
  const { id, name, identifier, seats, state } = table
  const facts = [
    ...(identifier === name ? [] : [identifier]),
    ...(seats === null ? [] : [text.tables.seatsOf(seats)]),
    ...(location === null ? [] : [location]),
  ]
  return (
    <li
      data-table={id}
      data-over={(drag.over === id && drag.dragged !== id) || undefined}
      data-dragged={drag.dragged === id || undefined}
      className="flex flex-wrap items-center gap-x-2 border-b border-line py-1.5 last:border-0 data-over:bg-line data-dragged:opacity-60"
    >
      <span
        {...drag.handleOf(id)}
        className="hidden size-11 flex-none cursor-grab touch-none place-items-center text-soft tablet:grid"
      >
        <Icon name="grip" className="size-5" />
      </span>
      <label className="grid size-11 flex-none place-items-center">
        <input
          type="checkbox"
          className="size-5 accent-ink"
          aria-label={text.tables.choose(name)}
          checked={isChosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
      </label>
      <button
        type="button"
        aria-label={text.tables.edit(name)}
        onClick={onEdit}
        className="flex min-h-12 min-w-40 flex-1 flex-wrap items-center gap-x-3 rounded-xl px-2.5 text-left hover:bg-line"
      >
        <bdi className="font-semibold [overflow-wrap:anywhere]">{name}</bdi>
        <span className="text-sm text-soft [overflow-wrap:anywhere]">
          {facts.map((fact, index) => (
            <span key={fact}>
              {index > 0 && ' · '}
              <bdi>{fact}</bdi>
            </span>
          ))}
        </span>
      </button>
      <span className="ml-auto flex min-w-0 items-center gap-2">
        <Switch
          label={text.tables.restingOf(name)}
          words={text.tables.resting}
          isOn={state === 'resting'}
          disabled={isBusy}
          onSwitch={onRest}
        />
        <MoveButtons title={name} isFirst={isFirst} isLast={isLast} onMove={onMove} />
      </span>
    </li>
  )
}
