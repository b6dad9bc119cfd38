import { useId } from 'react'
import { text } from '#components/text/catalogue.ts'

/** One tap puts one more on the order; the badge counts them. */
export function MenuButton({
  title,
  price,
  quantity,
  isDisabled,
  onAdd,
}: {
  title: string
  price: string
  quantity: number
  isDisabled: boolean
  onAdd: () => void
}) {
  const badgeId = useId()
  return (
    <button
      type="button"
      aria-label={text.editor.item(title, price)}
      aria-describedby={quantity > 0 ? badgeId : undefined}
      data-ordered={quantity > 0 || undefined}
      disabled={isDisabled}
      onClick={onAdd}
      className="flex min-h-21 flex-col justify-between gap-1 rounded-2xl border border-edge bg-card px-2.5 py-2.5 text-left active:bg-line disabled:opacity-60 data-ordered:border-2 data-ordered:border-ink data-ordered:p-[calc(--spacing(2.5)-1px)]"
    >
      <bdi className="line-clamp-3 leading-snug font-semibold [overflow-wrap:anywhere] hyphens-auto">
        {title}
      </bdi>
      <span className="flex min-h-7 items-center justify-between gap-2">
        <span className="figures text-soft">{price}</span>
        {quantity > 0 && (
          <span
            id={badgeId}
            aria-label={text.editor.inOrder(quantity)}
            className="figures grid h-7 min-w-7 place-items-center rounded-full bg-ink px-2 text-sm font-bold text-paper"
          >
            {quantity}
          </span>
        )}
      </span>
    </button>
  )
}
