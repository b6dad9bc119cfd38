'use client'

import { useState } from 'react'
import { address } from '#contract/address.ts'
import { Table } from '#contract/table.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { send } from '#components/http/send.ts'
import { text } from '#components/text/catalogue.ts'
import { Notice } from '#components/ui/notice.tsx'

/** Takes a table out of service and back. Nothing shows as changed before the floor says so. */
export function RestSwitch({ tableId, isResting }: { tableId: string; isResting: boolean }) {
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<ProblemError | null>(null)

  async function turn(): Promise<void> {
    setIsBusy(true)
    setError(await attempt(tableId, isResting ? 'in_use' : 'resting'))
    setIsBusy(false)
  }
  return (
    <div className="mx-auto max-w-2xl">
      <button
        type="button"
        role="switch"
        aria-checked={isResting}
        aria-label={text.table.resting}
        disabled={isBusy}
        onClick={() => void turn()}
        className="group/switch flex min-h-12 w-full items-center gap-3 rounded-xl px-1 text-left disabled:opacity-60"
      >
        <span className="flex h-7 w-12 flex-none items-center rounded-full border border-edge bg-paper p-0.5 group-aria-checked/switch:justify-end group-aria-checked/switch:bg-ink">
          <span className="size-5.5 rounded-full bg-edge group-aria-checked/switch:bg-paper" />
        </span>
        <span>
          <span className="block font-semibold">{text.table.resting}</span>
          <span className="block text-sm text-soft">{text.table.restingPlain}</span>
        </span>
      </button>
      {error && (
        <Notice role="alert" className="mt-2">
          {text.table.restFailed} {problemWords(error)}
        </Notice>
      )}
    </div>
  )
}

async function attempt(tableId: string, state: Table['state']): Promise<ProblemError | null> {
  try {
    const { version } = await send(address.table(tableId), Table)
    await send(address.table(tableId), Table, { method: 'PATCH', version, body: { state } })
    return null
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}
