'use client'

import { useState } from 'react'
import { useSWRConfig } from 'swr'
import * as z from 'zod/mini'
import { address } from '#contract/address.ts'
import { Ending } from '#contract/spot.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { exchange } from '#components/http/send.ts'
import { aftermathOf } from '#components/orders/intent.ts'

const CloseConflict = z.object({ ends: z.array(Ending) })

/** How far freeing the table has come; `ends` asks the person first, `unknown` is not known to anybody yet. */
export type Closing =
  | { step: 'idle' }
  | { step: 'running' }
  | { step: 'ends'; ends: Ending[] }
  | { step: 'unknown' }
  | { step: 'failed'; error: ProblemError }

const ACCEPTED = 202

export function useCloseSpot(spotId: number, onClosed: () => void) {
  const { mutate } = useSWRConfig()
  const [closing, setClosing] = useState<Closing>({ step: 'idle' })

  async function close(endsUnpaid: boolean): Promise<void> {
    setClosing({ step: 'running' })
    const result = await attempt(spotId, endsUnpaid)
    if (result === 'closed') onClosed()
    else setClosing(result)
    await mutate(address.spot(spotId))
  }

  return { closing, close, leave: () => setClosing({ step: 'idle' }) }
}

async function attempt(spotId: number, endsUnpaid: boolean): Promise<Closing | 'closed'> {
  try {
    const body = endsUnpaid ? { endsUnpaid } : {}
    const { status } = await exchange(address.closeSpot(spotId), { method: 'POST', body })
    return status === ACCEPTED ? { step: 'unknown' } : 'closed'
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const conflict = CloseConflict.safeParse(error.body)
    if (conflict.success) return { step: 'ends', ends: conflict.data.ends }
    return aftermathOf(error) === 'unanswered' ? { step: 'unknown' } : { step: 'failed', error }
  }
}
