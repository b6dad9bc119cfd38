'use client'

import { useState } from 'react'
import { useSWRConfig } from 'swr'
import { address } from '#contract/address.ts'
import { SpotDetail } from '#contract/spot.ts'
import { ageWords } from '#components/clock/age-words.ts'
import { useClock } from '#components/clock/use-clock.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { send } from '#components/http/send.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** That the table frees itself soon, with the one tap that keeps it open. */
export function ClosesNotice({ spotId, closesAt }: { spotId: number; closesAt: number }) {
  const { mutate } = useSWRConfig()
  const [isKeeping, setIsKeeping] = useState(false)
  const [error, setError] = useState<ProblemError | null>(null)
  const time = useClock((now) => (closesAt > now ? ageWords(closesAt - now) : ''))

  async function keep(): Promise<void> {
    setIsKeeping(true)
    const result = await attempt(spotId)
    setError(result instanceof ProblemError ? result : null)
    await mutate(address.spot(spotId), (spot: SpotDetail | undefined) =>
      result instanceof ProblemError ? spot : result,
    )
    setIsKeeping(false)
  }
  return (
    <Notice
      tone="good"
      className="mx-auto mb-4 max-w-2xl"
      action={
        <Button className="min-h-12 flex-none" isBusy={isKeeping} onClick={() => void keep()}>
          {text.byItself.keep}
        </Button>
      }
    >
      <p role="timer">{time ? text.byItself.in(time) : text.byItself.now}</p>
      {error && (
        <p role="alert" className="font-bold">
          {error.code === 'conflict' ? text.byItself.tooLate : text.byItself.notKept}
        </p>
      )}
    </Notice>
  )
}

async function attempt(spotId: number): Promise<SpotDetail | ProblemError> {
  try {
    return await send(address.closeSpot(spotId), SpotDetail, { method: 'DELETE' })
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}
