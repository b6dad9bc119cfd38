'use client'

import { useState } from 'react'
import { address } from '#contract/address.ts'
import { Round } from '#contract/round.ts'
import { knownProblem, type ProblemError } from '#components/http/problem-error.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { send } from '#components/http/send.ts'
import { Button } from '#components/ui/button.tsx'
import type { ButtonLook } from '#components/ui/button-look.ts'

/** Begins a round for the whole house. */
export function BeginButton({
  words,
  onBegun,
  ...look
}: ButtonLook & { words: string; onBegun: (round: Round) => void }) {
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<ProblemError | null>(null)

  async function begin(): Promise<void> {
    setIsBusy(true)
    setError(null)
    try {
      onBegun(await send(address.round, Round, { method: 'POST' }))
    } catch (failure) {
      setError(knownProblem(failure))
    }
    setIsBusy(false)
  }

  return (
    <div className="grid justify-items-start gap-2">
      <Button {...look} isBusy={isBusy} onClick={() => void begin()}>
        {words}
      </Button>
      {error && (
        <p role="alert" className="font-semibold text-alarm-ink">
          {problemWords(error)}
        </p>
      )}
    </div>
  )
}
