'use client'

import { useState } from 'react'
import { address } from '#contract/address.ts'
import { Tables } from '#contract/table.ts'
import type { TableDraft } from '#contract/table.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { send } from '#components/http/send.ts'
import { attempt } from './attempt.ts'
import { Taken } from './taken.ts'
import { useRegister } from './use-register.ts'

/** Adds tables behind the others, all of them or none. */
export function useAddTables() {
  const { keep, readAgain } = useRegister()
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<ProblemError | null>(null)
  const [taken, setTaken] = useState<Taken | null>(null)

  /** Whether they were added. */
  async function add(tables: readonly TableDraft[], reusesIdentifiers = false): Promise<boolean> {
    setIsBusy(true)
    forget()
    const body = { tables, ...(reusesIdentifiers && { reusesIdentifiers }) }
    const result = await attempt(send(address.tables, Tables, { method: 'POST', body }))
    const isAdded = !(result instanceof ProblemError)
    if (isAdded) await keep(result)
    else {
      const of = Taken.safeParse(result.body)
      if (of.success) setTaken(of.data)
      else setError(result)
      await readAgain()
    }
    setIsBusy(false)
    return isAdded
  }

  function forget(): void {
    setError(null)
    setTaken(null)
  }

  return { isBusy, error, taken, add, forget }
}
