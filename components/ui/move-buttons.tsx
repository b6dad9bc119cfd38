import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { Direction } from '#components/ui/shifted.ts'

/** Both stay where they are at the ends too, and keep the focus, so that one can go on pressing. */
export function MoveButtons({
  title,
  isFirst,
  isLast,
  onMove,
}: {
  title: string
  isFirst: boolean
  isLast: boolean
  onMove: (direction: Direction) => void
}) {
  return (
    <span className="flex flex-none gap-2">
      <Button
        variant="quiet"
        size="icon"
        aria-label={text.menu.up(title)}
        aria-disabled={isFirst || undefined}
        className="aria-disabled:opacity-40"
        onClick={() => onMove('up')}
      >
        <Icon name="up" className="size-6" />
      </Button>
      <Button
        variant="quiet"
        size="icon"
        aria-label={text.menu.down(title)}
        aria-disabled={isLast || undefined}
        className="aria-disabled:opacity-40"
        onClick={() => onMove('down')}
      >
        <Icon name="down" className="size-6" />
      </Button>
    </span>
  )
}
