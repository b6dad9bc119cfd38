'use client'

import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useSWRConfig } from 'swr'
import { address } from '#contract/address.ts'
import { SpotDetail } from '#contract/spot.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { exchange, read } from '#components/http/send.ts'
import { aftermathOf } from '#components/orders/intent.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Notice } from '#components/ui/notice.tsx'

type Outcome = 'freed' | 'unknown' | ProblemError

const FREED = 200

/** Says that nobody sits at a table whose code somebody has scanned: a photo of it works from home. */
export function NobodyHere({ spot }: { spot: SpotDetail }) {
  const router = useRouter()
  const { mutate } = useSWRConfig()
  const [isAsking, setIsAsking] = useState(false)
  const [isFreeing, setIsFreeing] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)

  async function free(): Promise<void> {
    setIsAsking(false)
    setIsFreeing(true)
    const result = await attempt(spot.id)
    setOutcome(result)
    setIsFreeing(false)
    await mutate(address.spot(spot.id))
    if (result === 'freed') router.push('/', { scroll: false })
  }
  return (
    <div className="mx-auto mb-4 max-w-2xl rounded-2xl border border-line p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-44 flex-1 text-soft">{text.nobodyHere.plain}</p>
        <Button className="min-h-12 flex-none" isBusy={isFreeing} onClick={() => setIsAsking(true)}>
          {text.nobodyHere.say}
        </Button>
      </div>
      {outcome !== null && outcome !== 'freed' && (
        <Notice role="alert" className="mt-3">
          {outcome === 'unknown' ? text.nobodyHere.unknown : failedWords(outcome)}
        </Notice>
      )}
      <Dialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={text.nobodyHere.title(spot.name)}
        actions={
          <>
            <Button size="big" className="flex-1" onClick={() => setIsAsking(false)}>
              {text.nobodyHere.stay}
            </Button>
            <Button variant="danger" size="big" className="flex-1" onClick={() => void free()}>
              {text.nobodyHere.sure}
            </Button>
          </>
        }
      >
        <p>{text.nobodyHere.means}</p>
      </Dialog>
    </div>
  )
}

function failedWords(error: ProblemError): string {
  return `${text.nobodyHere.failed} ${problemWords(error, { conflict: text.nobodyHere.moved })}`
}

async function attempt(spotId: number): Promise<Outcome> {
  try {
    const answer = await exchange(address.nobodyHere(spotId), { method: 'POST' })
    read(SpotDetail, answer.body)
    return answer.status === FREED ? 'freed' : 'unknown'
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return aftermathOf(error) === 'unanswered' ? 'unknown' : error
  }
}
