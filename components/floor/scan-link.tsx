'use no memo'

import { text } from '#components/text/board.ts'
import { BoardIcon } from '#components/ui/board-icon.tsx'
import { BoardLink } from '#components/ui/board-link.tsx'

/** The way to a table by its code; camera and reader come with that page. */
export function ScanLink({ className }: { className: string }) {
  return (
    <BoardLink
      href="/scan"
      aria-label={text.floor.scan}
      className={`grid flex-none place-items-center border border-edge bg-card ${className}`}
    >
      <BoardIcon name="scan" className="size-5" />
    </BoardLink>
  )
}
