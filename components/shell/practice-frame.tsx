import type { ReactNode } from 'react'
import type { Mode } from '#contract/session.ts'
import { text } from '#components/text/menus.ts'

/** Everything stands inside this frame; in practice it is striped and says that no money moves (law 13). */
export function PracticeFrame({ mode, children }: { mode: Mode; children: ReactNode }) {
  if (mode === 'real') return <div className="flex h-dvh flex-col">{children}</div>
  return (
    <div className="practice-stripes flex h-dvh flex-col px-1.5 pb-1.5">
      <p className="flex-none self-center bg-waiting px-3 text-sm leading-6 font-bold text-on-waiting">
        {text.practice}
      </p>
      <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-lg bg-paper">
        {children}
      </div>
    </div>
  )
}
