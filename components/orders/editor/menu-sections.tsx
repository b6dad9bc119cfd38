import type { ReactNode } from 'react'
import type { Category } from '#components/menu/categories.ts'
import type { MenuItem } from '#contract/menu.ts'
import type { Draft } from '../draft.ts'
import { quantityOf } from '../draft.ts'
import { moneyWords } from '../money-words.ts'
import { MenuButton } from './menu-button.tsx'

/** Categories of the menu, one tap an item. */
export function MenuSections({
  categories,
  hasTitles,
  draft,
  currency,
  isLocked,
  onAdd,
}: {
  categories: readonly Category<MenuItem>[]
  hasTitles: boolean
  draft: Draft
  currency: string
  isLocked: boolean
  onAdd: (item: MenuItem) => void
}) {
  return categories.map(({ name, items }) => (
    <section key={name} aria-label={name}>
      {hasTitles && (
        <h2 className="mt-3 mb-2 text-sm font-semibold tracking-wide [overflow-wrap:anywhere] text-soft first:mt-1">
          <bdi>{name}</bdi>
        </h2>
      )}
      <ItemGrid>
        {items.map((item) => (
          <MenuButton
            key={item.id}
            title={item.title}
            price={moneyWords(item.unitPriceMinor, currency)}
            quantity={quantityOf(draft, item.title, item.unitPriceMinor)}
            isDisabled={isLocked}
            onAdd={() => onAdd(item)}
          />
        ))}
      </ItemGrid>
    </section>
  ))
}

export function ItemGrid({ children }: { children: ReactNode }) {
  return (
    <div className="mb-2.5 grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-2.5">
      {children}
    </div>
  )
}
