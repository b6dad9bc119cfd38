'use client'

import { useRef, useState } from 'react'
import * as z from 'zod/mini'
import { address } from '#contract/address.ts'
import { Tables } from '#contract/table.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { send } from '#components/http/send.ts'
import { attempt } from './attempt.ts'
import { useRegister } from './use-register.ts'

/** A 412 brings the register as somebody else has saved it. */
const Outdated = z.object({ register: Tables })

export interface OrderClash {
  present: Tables
  mine: readonly string[]
}

/**
 * The order of the tables as it is being changed: it shows at once and is saved behind that, one order after the other,
 * since people press a button several times to get a table to its place.
 */
export function useTableOrder() {
  const { keep, readAgain } = useRegister()
  const [shown, setShown] = useState<readonly string[] | null>(null)
  const [error, setError] = useState<ProblemError | null>(null)
  const [clash, setClash] = useState<OrderClash | null>(null)
  const waiting = useRef<readonly string[] | null>(null)
  const isSaving = useRef(false)

  function order(ids: readonly string[], version: number): void {
    setShown(ids)
    setError(null)
    setClash(null)
    waiting.current = ids
    if (!isSaving.current) void save(version)
  }

  async function save(first: number): Promise<void> {
    isSaving.current = true
    for (let version = first; waiting.current;) {
      const ids = waiting.current
      waiting.current = null
      const call = { method: 'PUT', version, body: { ids } } as const
      const result = await attempt(send(address.orderOfTables, Tables, call))
      if (result instanceof ProblemError) {
        await fail(result, waiting.current ?? ids)
        waiting.current = null
      } else {
        version = result.version
        await keep(result)
      }
    }
    setShown(null)
    isSaving.current = false
  }

  async function fail(problem: ProblemError, mine: readonly string[]): Promise<void> {
    const outdated = Outdated.safeParse(problem.body)
    if (outdated.success) setClash({ present: outdated.data.register, mine })
    else setError(problem)
    await readAgain()
  }

  return { shown, error, clash, order, leave: () => setClash(null) }
}
