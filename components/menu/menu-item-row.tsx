'use client'

import { useState } from 'react'
import { moneyWords } from '#components/orders/money-words.ts'
import { text } from '#components/text/catalogue.ts'
import { MoveButtons } from '#components/ui/move-buttons.tsx'
import { Switch } from '#components/ui/switch.tsx'
import type { MenuChange, MenuRow } from './menu-draft.ts'
import { MenuItemForm } from './menu-item-form.tsx'

/** An item as staff see it; its name opens the form in its place. */
export function MenuItemRow({
  row,
  categories,
  currency,
  isFirst,
  isLast,
  change,
}: {
  row: MenuRow
  categories: readonly string[]
  currency: string
  isFirst: boolean
  isLast: boolean
  change: (change: MenuChange) => void
}) {
  const [isEditing, setIsEditing] = useState(false)
  if (isEditing) {
    return (
      <li className="border-b border-line py-2 last:border-0">
        <MenuItemForm
          row={row}
          categories={categories}
          onDone={(edited) => {
            change({ type: 'put', row: edited })
            setIsEditing(false)
          }}
          onCancel={() => setIsEditing(false)}
          onRemove={() => change({ type: 'remove', key: row.key })}
        />
      </li>
    )
  }
  return (
    <li
      data-off={row.offToday || undefined}
      className="group/item flex flex-wrap items-center gap-2 border-b border-line py-1.5 last:border-0"
    >
      <button
        type="button"
        aria-label={text.menu.edit(row.title)}
        onClick={() => setIsEditing(true)}
        className="flex min-h-12 min-w-44 flex-1 items-center justify-between gap-4 rounded-xl px-2.5 text-left hover:bg-line"
      >
        <bdi className="font-semibold [overflow-wrap:anywhere] group-data-off/item:text-soft">
          {row.title}
        </bdi>
        <span className="figures text-soft">{moneyWords(row.unitPriceMinor, currency)}</span>
      </button>
      <span className="ml-auto flex min-w-0 items-center gap-2">
        <Switch
          label={text.menu.offTodayOf(row.title)}
          words={text.menu.offToday}
          isOn={row.offToday}
          onSwitch={(offToday) => change({ type: 'put', row: { ...row, offToday } })}
        />
        <MoveButtons
          title={row.title}
          isFirst={isFirst}
          isLast={isLast}
          onMove={(direction) => change({ type: 'move', key: row.key, direction })}
        />
      </span>
    </li>
  )
}
