import { text } from '#components/text/catalogue.ts'
import { Icon } from '#components/ui/icon.tsx'
import { BackLink } from './back-link.tsx'
import type { WrittenFor } from './back-link.tsx'

/** The way back, what is being written and for whom, and the search in the menu. */
export function EditorHead({
  place,
  title,
  typed,
  onType,
}: {
  place: WrittenFor
  title: string
  typed: string
  onType: (typed: string) => void
}) {
  return (
    <div className="flex items-center gap-3 px-3.5 pt-3 pb-2 tablet:px-5">
      <BackLink place={place} />
      <h1 className="flex-auto leading-tight">
        <span className="block text-xl font-bold tracking-tight">{title}</span>
        <bdi className="line-clamp-1 w-0 min-w-full text-soft [overflow-wrap:anywhere]">
          {place.name}
        </bdi>
      </h1>
      <label className="relative ml-auto max-w-64 min-w-28 flex-99">
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
          placeholder={text.editor.findShort}
          className="min-h-12 w-full rounded-xl border border-edge bg-card pr-2 pl-10 text-ellipsis placeholder:text-soft"
        />
      </label>
    </div>
  )
}
