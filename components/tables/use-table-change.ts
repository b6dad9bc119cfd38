'use client'

import { useState } from 'react'
import * as z from 'zod/mini'
import { address } from '#contract/address.ts'
import { Table } from '#contract/table.ts'
import type { TableChange } from '#contract/table.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { send } from '#components/http/send.ts'
import { attempt } from './attempt.ts'
import { Taken } from './taken.ts'
import { useRegister } from './use-register.ts'

/** A 412 brings the table as somebody else has saved it. */
const Outdated = z.object({ table: Table })

/** Somebody else was quicker: what is saved, and what was not. */
export interface TableClash {
  present: Table
  base: Table
  mine: TableChange
}

/** Changes one table over the version that it was seen in. */
export function useTableChange() {
  const { readAgain } = useRegister()
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<ProblemError | null>(null)
  const [clash, setClash] = useState<TableClash | null>(null)
  const [taken, setTaken] = useState<Taken | null>(null)

  /** Whether the change was saved. A clash that it settles stays until it is forgotten. */
  async function change(base: Table, mine: TableChange): Promise<boolean> {
    setIsBusy(true)
    setError(null)
    setTaken(null)
    const call = { method: 'PATCH', version: base.version, body: mine } as const
    const result = await attempt(send(address.table(base.id), Table, call))
    const isSaved = !(result instanceof ProblemError)
    if (!isSaved) {
      const outdated = Outdated.safeParse(result.body)
      const of = Taken.safeParse(result.body)
      setClash(outdated.success ? { present: outdated.data.table, base, mine } : null)
      if (of.success) setTaken(of.data)
      else if (!outdated.success) setError(result)
    }
    await readAgain()
    setIsBusy(false)
    return isSaved
  }

  function forget(): void {
    setError(null)
    setClash(null)
    setTaken(null)
  }

  return { isBusy, error, clash, taken, change, forget }
}

export type TableChanging = ReturnType<typeof useTableChange>
