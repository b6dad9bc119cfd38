'use client'

import { useState } from 'react'
import { address } from '#contract/address.ts'
import { Day } from '#contract/day.ts'
import type { CloseDay } from '#contract/day.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { send } from '#components/http/send.ts'

/** Closes a day. Asked once more, a closed day stays as it was closed, so trying again after no answer is safe. */
export function useCloseDay(date: string, onNews: (day?: Day) => Promise<unknown>) {
  const [isClosing, setIsClosing] = useState(false)
  const [error, setError] = useState<ProblemError | null>(null)

  async function close(reasons: CloseDay['reasons']): Promise<void> {
    setIsClosing(true)
    setError(null)
    const result = await attempt(date, reasons)
    if (result instanceof ProblemError) {
      setError(result)
      await onNews()
    } else await onNews(result)
    setIsClosing(false)
  }

  return { isClosing, error, close }
}

async function attempt(date: string, reasons: CloseDay['reasons']): Promise<Day | ProblemError> {
  try {
    return await send(address.closeDay(date), Day, { method: 'POST', body: { reasons } })
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}
