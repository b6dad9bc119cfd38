'use client'
'use no memo'

import { useState } from 'react'
import { floorAddress } from '#contract/floor-address.ts'
import type { Going } from '#contract/floor.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { exchange } from '#components/http/send.ts'
import { text } from '#components/text/board.ts'
import { Toast } from '#components/ui/toast.tsx'

/**
 * "I'm going": one tap that every screen shows, one more that takes it back. What the tile says comes by the stream, so
 * nothing is shown before it is so.
 */
export function GoingButton({
  spotId,
  name,
  going,
  staffId,
  className,
}: {
  spotId: number
  name: string
  going: Going | null
  staffId: string
  className: string
}) {
  const [isBusy, setIsBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const isMine = going?.staffId === staffId

  const change = async () => {
    setIsBusy(true)
    try {
      await exchange(floorAddress.going(spotId), { method: isMine ? 'DELETE' : 'POST' })
      setTrouble(null)
    } catch (error) {
      setTrouble(whyNot(error))
    }
    setIsBusy(false)
  }
  return (
    <>
      {going && !isMine ? (
        <span className="font-semibold">{text.floor.goes(going.name)}</span>
      ) : (
        <button
          type="button"
          aria-pressed={isMine}
          aria-label={text.floor.goTo(name)}
          disabled={isBusy}
          onClick={() => void change()}
          className={className}
        >
          {text.floor.go}
        </button>
      )}
      {trouble !== null && <Toast words={trouble} onEnd={() => setTrouble(null)} />}
    </>
  )
}

/** A 409 names whoever was first; without a name there nobody needs a person any more. */
function whyNot(error: unknown): string {
  if (!(error instanceof ProblemError) || error.code !== 'conflict') return text.floor.goFailed
  const first = firstNamed(error.body)
  return first === null ? text.floor.goNotNeeded : text.floor.goesAlready(first)
}

function firstNamed(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('going' in body)) return null
  const { going } = body
  if (typeof going !== 'object' || going === null || !('name' in going)) return null
  return typeof going.name === 'string' ? going.name : null
}
