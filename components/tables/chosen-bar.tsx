import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'

/** How many tables are chosen, and what can be done with all of them. */
export function ChosenBar({
  count,
  onMove,
  onClear,
}: {
  count: number
  onMove: () => void
  onClear: () => void
}) {
  if (count === 0) return null
  return (
    <div className="border-t border-line bg-card px-4 py-3">
      <div className="mx-auto flex max-w-3xl flex-wrap items-center justify-end gap-3">
        <output className="mr-auto font-semibold">{text.tables.chosen(count)}</output>
        <Button className="min-h-12" onClick={onClear}>
          {text.tables.clear}
        </Button>
        <Button variant="main" className="min-h-12" onClick={onMove}>
          {text.tables.move}
        </Button>
      </div>
    </div>
  )
}
