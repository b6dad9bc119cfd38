'use client'

import { useState } from 'react'
import { useSWRConfig } from 'swr'
import { address } from '#contract/address.ts'
import type { Departure, DepartureAnswer } from '#contract/departure.ts'
import { SpotDetail } from '#contract/spot.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { send } from '#components/http/send.ts'

/** Without the visit, which the hook knows. */
type Saying = DepartureAnswer extends infer One
  ? One extends DepartureAnswer
    ? Omit<One, 'visitId'>
    : never
  : never

/** Says what became of guests who have left; nothing on screen changes before the server has taken it. */
export function useDeparture(spotId: number, { visitId, version }: Departure) {
  const { mutate } = useSWRConfig()
  const [running, setRunning] = useState<DepartureAnswer['answer'] | null>(null)
  const [error, setError] = useState<ProblemError | null>(null)

  async function say(saying: Saying): Promise<void> {
    setRunning(saying.answer)
    setError(null)
    const result = await attempt(spotId, { ...saying, visitId }, version)
    if (result instanceof ProblemError) setError(result)
    setRunning(null)
    // After a refusal the spot is read again too: what stands there now is why.
    await mutate(address.spot(spotId), (spot: SpotDetail | undefined) =>
      result instanceof ProblemError ? spot : result,
    )
  }

  return { running, error, say }
}

export type SayingDeparture = ReturnType<typeof useDeparture>

async function attempt(
  spotId: number,
  body: object,
  version: number,
): Promise<SpotDetail | ProblemError> {
  try {
    return await send(address.departure(spotId), SpotDetail, { method: 'POST', body, version })
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}
