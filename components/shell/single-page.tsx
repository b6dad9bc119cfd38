'use no memo'

import type { ReactNode } from 'react'
import { basics } from '#components/text/en-basics.ts'

/** A page of one column: signing in, setting up, and what went wrong. Inside the shell the landmark is there already. */
export function SinglePage({
  title,
  isInShell = false,
  children,
}: {
  title: string
  isInShell?: boolean
  children: ReactNode
}) {
  const Landmark = isInShell ? 'div' : 'main'
  return (
    <div className="grid min-h-0 flex-1 overflow-y-auto px-4 py-8 text-ink">
      <Landmark className="m-auto grid w-full max-w-sm gap-4">
        <p className="font-bold tracking-tight text-soft">{basics.brand}</p>
        <h1 className="text-3xl font-bold tracking-tight">{title}</h1>
        {children}
      </Landmark>
    </div>
  )
}
