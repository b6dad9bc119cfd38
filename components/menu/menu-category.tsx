'use client'

import { useState } from 'react'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { MoveButtons } from '#components/ui/move-buttons.tsx'
import type { MenuChange, MenuRow } from './menu-draft.ts'
import { MenuItemForm } from './menu-item-form.tsx'
import { MenuItemRow } from './menu-item-row.tsx'

/** One category with its items, in the order in which staff see them. */
export function MenuCategory({
  name,
  rows,
  categories,
  currency,
  isFirst,
  isLast,
  change,
}: {
  name: string
  rows: MenuRow[]
  /** All names there are, to choose from. */
  categories: readonly string[]
  currency: string
  isFirst: boolean
  isLast: boolean
  change: (change: MenuChange) => void
}) {
  const [isAdding, setIsAdding] = useState(false)
  return (
    <section aria-label={name} className="mt-6">
      <div className="flex items-center justify-between gap-2 pr-2">
        <h2 className="text-xl font-bold tracking-tight [overflow-wrap:anywhere]">
          <bdi>{name}</bdi>
        </h2>
        <MoveButtons
          title={name}
          isFirst={isFirst}
          isLast={isLast}
          onMove={(direction) => change({ type: 'move_category', category: name, direction })}
        />
      </div>
      <ul className="mt-1 rounded-2xl border border-line bg-card px-2">
        {rows.map((row, index) => (
          <MenuItemRow
            key={row.key}
            row={row}
            categories={categories}
            currency={currency}
            isFirst={index === 0}
            isLast={index === rows.length - 1}
            change={change}
          />
        ))}
      </ul>
      {isAdding ? (
        <MenuItemForm
          category={name}
          categories={categories}
          onDone={(row) => {
            change({ type: 'put', row })
            setIsAdding(false)
          }}
          onCancel={() => setIsAdding(false)}
        />
      ) : (
        <Button variant="quiet" className="mt-1 text-soft!" onClick={() => setIsAdding(true)}>
          <Icon name="plus" />
          <span className="[overflow-wrap:anywhere]">{text.menu.addTo(name)}</span>
        </Button>
      )}
    </section>
  )
}
