import type { SpotDetail } from '#contract/spot.ts'
import { text } from '#components/text/catalogue.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'

/** The way back, what is being written and for whom, and the search in the menu. */
export function EditorHead({
  spot,
  isNew,
  typed,
  onType,
}: {
  spot: SpotDetail
  isNew: boolean
  typed: string
  onType: (typed: string) => void
}) {
  return (
    <div className="flex items-center gap-3 px-3.5 pt-3 pb-2 tablet:px-5">
      <ButtonLink
        href={`/spots/${spot.id}`}
        className="size-12 flex-none px-0"
        aria-label={text.editor.back(spot.name)}
      >
        <Icon name="back" className="size-6" />
      </ButtonLink>
      <h1 className="min-w-0 flex-1 leading-tight">
        <span className="block text-xl font-bold tracking-tight whitespace-nowrap">
          {isNew ? text.editor.newOrder : text.editor.changeOrder}
        </span>
        <bdi className="line-clamp-1 text-soft [overflow-wrap:anywhere]">{spot.name}</bdi>
      </h1>
      <label className="relative w-40 min-w-0 tablet:w-64">
        <span className="sr-only">{text.editor.find}</span>
        <Icon
          name="search"
          className="pointer-events-none absolute top-3.5 left-3 size-5 text-soft"
        />
        <input
          type="search"
          value={typed}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && onType('')}
          placeholder={text.editor.find}
          className="min-h-12 w-full rounded-xl border border-edge bg-card pr-2 pl-10 placeholder:text-soft"
        />
      </label>
    </div>
  )
}
