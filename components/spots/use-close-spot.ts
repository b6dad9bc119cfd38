'use client'

import { useState } from 'react'
import { useSWRConfig } from 'swr'
import * as z from 'zod/mini'
import { address } from '#contract/address.ts'
import { Ending, SpotDetail } from '#contract/spot.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { exchange, read } from '#components/http/send.ts'
import { aftermathOf } from '#components/orders/intent.ts'

const CloseConflict = z.object({ ends: z.array(Ending) })

/**
 * How far freeing the table has come; `ends` asks the person first. `unknown` is what Spotboard itself does not know
 * yet; `unanswered` brought no word from Spotboard.
 */
export type Closing =
  | { step: 'idle' }
  | { step: 'running' }
  | { step: 'closed'; spot: SpotDetail }
  | { step: 'ends' }
  | { step: 'unknown' }
  | { step: 'unanswered' }
  | { step: 'failed'; error: ProblemError }

const CLOSED = 200

export function useCloseSpot(spotId: number, onClosed: () => void) {
  const { mutate } = useSWRConfig()
  const [closing, setClosing] = useState<Closing>({ step: 'idle' })

  async function close(endsUnpaid: boolean): Promise<void> {
    setClosing({ step: 'running' })
    const result = await attempt(spotId, endsUnpaid)
    setClosing(result)
    const isClosed = result.step === 'closed'
    void mutate(address.spot(spotId), (spot: SpotDetail | undefined) =>
      isClosed ? result.spot : spot,
    )
    if (isClosed) onClosed()
  }

  return { closing, close, leave: () => setClosing({ step: 'idle' }) }
}

async function attempt(spotId: number, endsUnpaid: boolean): Promise<Closing> {
  try {
    const answer = await exchange(address.closeSpot(spotId), {
      method: 'POST',
      body: { endsUnpaid },
    })
    if (answer.status !== CLOSED) return { step: 'unknown' }
    return { step: 'closed', spot: read(SpotDetail, answer.body) }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const conflict = CloseConflict.safeParse(error.body)
    if (conflict.success) return { step: 'ends' }
    if (error.code === 'outcome_unknown') return { step: 'unknown' }
    return aftermathOf(error) === 'unanswered' ? { step: 'unanswered' } : { step: 'failed', error }
  }
}
