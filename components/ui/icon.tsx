'use no memo'

import type { ReactNode } from 'react'
import { boardShapes, line } from '#components/ui/board-shapes.tsx'
import { IconFrame } from '#components/ui/icon-frame.tsx'

const shapes = {
  ...boardShapes,
  back: <path {...line} d="M20 12H4m7-7l-7 7 7 7" />,
  up: <path {...line} d="M6 15l6-6 6 6" />,
  plus: <path {...line} d="M12 5v14M5 12h14" />,
  minus: <path {...line} d="M5 12h14" />,
  more: (
    <>
      <circle cx="5" cy="12" r="2" fill="currentColor" />
      <circle cx="12" cy="12" r="2" fill="currentColor" />
      <circle cx="19" cy="12" r="2" fill="currentColor" />
    </>
  ),
  grip: <path {...line} d="M5 8h14M5 12h14M5 16h14" />,
  trouble: (
    <>
      <circle {...line} cx="12" cy="12" r="9" />
      <path {...line} d="M12 7v6" />
      <circle cx="12" cy="16.6" r="1.4" fill="currentColor" />
    </>
  ),
  unlocked: (
    <>
      <rect {...line} x="5" y="11" width="14" height="10" rx="2" />
      <path {...line} d="M8 11V7a4 4 0 0 1 7.6-1.7" />
    </>
  ),
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof shapes

export function Icon({
  name,
  className = 'size-[1.15em]',
}: {
  name: IconName
  className?: string
}) {
  return <IconFrame className={className}>{shapes[name]}</IconFrame>
}
