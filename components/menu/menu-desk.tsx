'use client'

import { useReducer, useState } from 'react'
import type { Menu } from '#contract/menu.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { byCategory } from './categories.ts'
import { LeaveDialog } from './leave-dialog.tsx'
import { MenuCategory } from './menu-category.tsx'
import { MenuConflict } from './menu-conflict.tsx'
import { menuDifferences, rebaseMenu } from './menu-diff.ts'
import { changeMenu, itemsOf, rowsOf } from './menu-draft.ts'
import type { MenuChange, MenuRow } from './menu-draft.ts'
import { MenuHead } from './menu-head.tsx'
import { MenuItemForm } from './menu-item-form.tsx'
import { MenuSaveBar } from './menu-save-bar.tsx'
import { useSaveMenu } from './use-save-menu.ts'

/** The menu as it is being written, over the version that it was read in. */
export function MenuDesk({ menu }: { menu: Menu }) {
  const [base, setBase] = useState(menu)
  const [rows, write] = useReducer(
    (before: MenuRow[], change: MenuChange | { type: 'start'; rows: MenuRow[] }) =>
      change.type === 'start' ? change.rows : changeMenu(before, change),
    menu.items,
    rowsOf,
  )
  const [isAdding, setIsAdding] = useState(false)
  const startFrom = (from: Menu, items = rowsOf(from.items)) => {
    setBase(from)
    write({ type: 'start', rows: items })
  }
  const saving = useSaveMenu(startFrom)

  const categories = byCategory(rows)
  const names = categories.map(({ name }) => name)
  const mine = menuDifferences(base.items, itemsOf(rows))

  return (
    <div className="flex h-full flex-col">
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-6">
        <div className="mx-auto max-w-3xl">
          <MenuHead />
          {rows.length === 0 && (
            <div className="py-6">
              <p className="text-lg font-semibold">{text.menu.emptyTitle}</p>
              <p className="text-soft">{text.menu.empty}</p>
            </div>
          )}
          {categories.map(({ name, items }, index) => (
            <MenuCategory
              key={name}
              name={name}
              rows={items}
              categories={names}
              currency={base.currency}
              isFirst={index === 0}
              isLast={index === categories.length - 1}
              change={write}
            />
          ))}
          {isAdding ? (
            <MenuItemForm
              categories={names}
              onDone={(row) => {
                write({ type: 'put', row })
                setIsAdding(false)
              }}
              onCancel={() => setIsAdding(false)}
            />
          ) : (
            <Button className="mt-6 min-h-12" onClick={() => setIsAdding(true)}>
              <Icon name="plus" />
              {rows.length === 0 ? text.menu.addFirst : text.menu.add}
            </Button>
          )}
        </div>
      </div>
      <MenuSaveBar
        changes={mine.length}
        saving={saving}
        onSave={() => void saving.save(base.version, itemsOf(rows))}
        onDiscard={() => startFrom(base)}
      />
      <MenuConflict
        present={saving.present}
        base={base}
        mine={mine}
        onKeepBoth={(present) =>
          startFrom(present, rowsOf(rebaseMenu(base.items, itemsOf(rows), present.items)))
        }
        onKeepTheirs={startFrom}
        onChosen={saving.leaveConflict}
      />
      <LeaveDialog isUnsaved={mine.length > 0} />
    </div>
  )
}
