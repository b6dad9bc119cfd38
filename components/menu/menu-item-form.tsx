'use client'

import { useId, useState } from 'react'
import { MenuItem } from '#contract/menu.ts'
import { formatShare } from '#contract/money-format.ts'
import { parseAmount, parseShare } from '#contract/money.ts'
import { intentId } from '#components/http/intent-id.ts'
import { amountWords } from '#components/orders/money-words.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { MenuRow } from './menu-draft.ts'

const { title: Title, category: Category, unitPriceMinor: Price } = MenuItem.shape

/** Name, category and price of one item, new or known. */
export function MenuItemForm({
  row,
  category = '',
  categories,
  onDone,
  onCancel,
  onRemove,
}: {
  /** None for a new item. */
  row?: MenuRow
  category?: string
  categories: readonly string[]
  onDone: (row: MenuRow) => void
  onCancel: () => void
  onRemove?: () => void
}) {
  const [typed, setTyped] = useState({
    title: row?.title ?? '',
    category: row?.category ?? category,
    price: row ? amountWords(row.unitPriceMinor) : '',
    vat: row?.vatRate === undefined ? '' : formatShare(row.vatRate, text.locale),
  })
  const [isTried, setIsTried] = useState(false)
  const listId = useId()
  const title = Title.safeParse(typed.title)
  const inCategory = Category.safeParse(typed.category)
  const price = Price.safeParse(parseAmount(typed.price))
  const vatRate = typed.vat.trim() === '' ? undefined : parseShare(typed.vat)

  const finish = () => {
    setIsTried(true)
    if (!title.success || !inCategory.success || !price.success || vatRate === null) return
    onDone({
      ...(row ?? { key: intentId(), offToday: false }),
      title: title.data,
      category: inCategory.data,
      unitPriceMinor: price.data,
      vatRate,
    })
  }

  return (
    <form
      noValidate
      className="mt-2 grid items-start gap-3 rounded-2xl border border-edge bg-raised p-4 tablet:grid-cols-[minmax(0,2fr)_minmax(0,1.4fr)_7.5rem_6.5rem]"
      onSubmit={(event) => {
        event.preventDefault()
        finish()
      }}
    >
      <TextField
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- The person has just asked for this form, in this place.
        autoFocus
        label={text.menu.name}
        value={typed.title}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => setTyped({ ...typed, title: event.target.value })}
        {...(isTried && !title.success && { error: text.menu.badName })}
      />
      <TextField
        label={text.menu.category}
        value={typed.category}
        maxLength={40}
        autoComplete="off"
        list={listId}
        onChange={(event) => setTyped({ ...typed, category: event.target.value })}
        {...(isTried && !inCategory.success && { error: text.menu.badCategory })}
      />
      <datalist id={listId}>
        {categories.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <TextField
        label={text.menu.price}
        value={typed.price}
        maxLength={9}
        inputMode="decimal"
        autoComplete="off"
        onChange={(event) => setTyped({ ...typed, price: event.target.value })}
        {...(isTried && !price.success && { error: text.menu.badPrice })}
      />
      <TextField
        label={text.menu.vat}
        value={typed.vat}
        maxLength={6}
        inputMode="decimal"
        autoComplete="off"
        onChange={(event) => setTyped({ ...typed, vat: event.target.value })}
        {...(isTried && vatRate === null && { error: text.menu.badVat })}
      />
      <div className="flex flex-wrap gap-2 tablet:col-span-4">
        {onRemove && (
          <Button variant="danger" className="mr-auto min-h-12" onClick={onRemove}>
            {text.menu.remove}
          </Button>
        )}
        <Button className="ml-auto min-h-12" onClick={onCancel}>
          {text.menu.cancel}
        </Button>
        <Button type="submit" variant="main" className="min-h-12">
          {text.menu.done}
        </Button>
      </div>
    </form>
  )
}
