'use no memo'

import { boardShapes } from '#components/ui/board-shapes.tsx'
import { IconFrame } from '#components/ui/icon-frame.tsx'

/** An icon of shell and floor; the floor loads no other. */
export function BoardIcon({
  name,
  className = 'size-[1.15em]',
}: {
  name: keyof typeof boardShapes
  className?: string
}) {
  return <IconFrame className={className}>{boardShapes[name]}</IconFrame>
}
