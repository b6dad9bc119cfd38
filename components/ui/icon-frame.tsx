'use no memo'

import type { ReactNode } from 'react'

/** Always beside a word or inside a control that has a name, so it is silent for screen readers. */
export function IconFrame({ className, children }: { className: string; children: ReactNode }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={`flex-none ${className}`}>
      {children}
    </svg>
  )
}
