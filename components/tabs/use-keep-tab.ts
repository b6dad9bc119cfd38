'use client'

import { useState } from 'react'
import { useSWRConfig } from 'swr'
import { address } from '#contract/address.ts'
import { Tab } from '#contract/tab.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { send } from '#components/http/send.ts'
import { dropDraft } from '#components/orders/device-drafts.ts'
import { bodyOf } from '#components/orders/draft.ts'
import { differs } from '#components/orders/kept-draft.ts'
import type { KeptDraft } from '#components/orders/kept-draft.ts'
import { presentTab } from './use-tab-act.ts'

/** Keeps a draft on its tab. The version that it was made on makes a repeated call harmless. */
export function useKeepTab(slot: string, tab: Tab, onKept: () => void) {
  const { mutate } = useSWRConfig()
  const [isKeeping, setIsKeeping] = useState(false)
  const [error, setError] = useState<ProblemError | null>(null)

  async function keep({ base, draft }: KeptDraft): Promise<void> {
    setIsKeeping(true)
    setError(null)
    const result = await attempt(address.tab(tab.tableId), {
      version: base?.version ?? 0,
      body: bodyOf(draft, tab.currency),
    })
    const present = result instanceof ProblemError ? presentTab(result) : result
    // An answer that was lost comes back as a tab that stands already as it was to be.
    const isKept =
      present !== undefined && !differs(draft, { ...present, note: present.note ?? '' })
    if (isKept) dropDraft(slot)
    await mutate(address.tab(tab.tableId), (known: Tab | undefined) => present ?? known)
    setIsKeeping(false)
    if (isKept) onKept()
    else if (result instanceof ProblemError) setError(result)
  }

  return { isKeeping, error, keep }
}

async function attempt(
  to: string,
  call: { version: number; body: object },
): Promise<Tab | ProblemError> {
  try {
    return await send(to, Tab, { method: 'PUT', ...call })
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}
