'use client'

import { useState } from 'react'
import type { MenuItem } from '#contract/menu.ts'
import { byCategory, findInMenu } from '#components/menu/categories.ts'
import { text } from '#components/text/catalogue.ts'
import type { Draft, DraftChange } from '../draft.ts'
import { CategoryRow } from './category-row.tsx'
import { ItemGrid, MenuSections } from './menu-sections.tsx'
import { OtherLine } from './other-line.tsx'

/** What can be ordered today, one tap each, and a line of one's own. */
export function MenuPicker({
  items,
  typed,
  draft,
  currency,
  isLocked,
  change,
}: {
  items: readonly MenuItem[] | null
  typed: string
  draft: Draft
  currency: string
  isLocked: boolean
  change: (change: DraftChange) => void
}) {
  const [chosen, setChosen] = useState<string | null>(null)
  const offered = (items ?? []).filter((item) => !item.offToday)
  const isSearching = typed.trim() !== ''
  const found = isSearching ? findInMenu(offered, typed) : offered
  const categories = byCategory(found)
  const isThere = categories.some(({ name }) => name === chosen)
  const shown =
    isSearching || !isThere ? categories : categories.filter(({ name }) => name === chosen)

  return (
    <>
      {!isSearching && categories.length > 1 && (
        <CategoryRow
          names={categories.map(({ name }) => name)}
          chosen={isThere ? chosen : null}
          onChoose={setChosen}
        />
      )}
      <div className="min-h-0 flex-1 overflow-y-auto px-3.5 pt-1 pb-6 tablet:px-5">
        <MenuSections
          categories={shown}
          hasTitles={isSearching || shown.length > 1}
          draft={draft}
          currency={currency}
          isLocked={isLocked}
          onAdd={({ title, unitPriceMinor }) => change({ type: 'add', title, unitPriceMinor })}
        />
        <p className="my-3 text-soft empty:hidden">{nothingWords(items, offered, found)}</p>
        <ItemGrid>
          <OtherLine isDisabled={isLocked} onAdd={(line) => change({ type: 'add', ...line })} />
        </ItemGrid>
      </div>
    </>
  )
}

function nothingWords(
  items: readonly MenuItem[] | null,
  offered: readonly MenuItem[],
  found: readonly MenuItem[],
): string | null {
  if (items === null) return text.editor.menuUnread
  if (offered.length === 0) return text.editor.menuEmpty
  return found.length === 0 ? text.editor.noneFound : null
}
