'use client'

import { useState } from 'react'
import { useSWRConfig } from 'swr'
import { address } from '#contract/address.ts'
import type { Permission } from '#contract/permission.ts'
import { SpotDetail, type StrangerFacts } from '#contract/spot.ts'
import { visibleText } from '#contract/text.ts'
import { ageWords } from '#components/clock/age-words.ts'
import { useClock } from '#components/clock/use-clock.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { send } from '#components/http/send.ts'
import { clockWords } from '#components/orders/money-words.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { AdoptDialog } from './adopt-dialog.tsx'

/** Codes may be as long as the wallet allows, and here all of one is shown. */
const WHOLE_CODE = 255

/** What is known of a code that is in no register, and what can be done about it. */
export function StrangerNotice({
  spot,
  stranger,
  may,
}: {
  spot: SpotDetail
  stranger: StrangerFacts
  may: readonly Permission[]
}) {
  const [isAdopting, setIsAdopting] = useState(false)
  const { near } = stranger
  const seen = text.strangers.seen(
    clockWords(stranger.firstSeenAt),
    stranger.visits,
    stranger.closed,
  )
  return (
    <section
      aria-label={text.strangers.title}
      className="mx-auto mb-4 grid max-w-2xl gap-3 rounded-2xl border-2 border-alarm-ink bg-raised p-4"
    >
      <h2 className="flex items-start gap-3 text-lg font-bold text-alarm-ink">
        <Icon name="stranger" className="mt-1 size-5" />
        {text.strangers.title}
      </h2>
      <p className="[overflow-wrap:anywhere]">
        {text.strangers.says}{' '}
        <b>
          <bdi className="whitespace-pre-wrap">
            {visibleText(spot.identifier ?? '', WHOLE_CODE) || text.strangers.nothing}
          </bdi>
        </b>
        . {seen}
      </p>
      {near && (
        <div className="rounded-xl border border-edge px-4 py-3 [overflow-wrap:anywhere]">
          <p className="font-bold">
            <bdi>{text.strangers.near(near.identifier)}</bdi>
          </p>
          <p>
            <bdi>{text.strangers.nearWhy(near.name)}</bdi>
          </p>
        </div>
      )}
      {spot.status === 'waiting' && <Closing spotId={spot.id} stranger={stranger} />}
      {may.includes('edit_tables') && (
        <Button className="min-h-12 justify-self-start" onClick={() => setIsAdopting(true)}>
          {text.strangers.adopt}
        </Button>
      )}
      <AdoptDialog
        spot={spot}
        stranger={stranger}
        isOpen={isAdopting}
        onClose={() => setIsAdopting(false)}
      />
    </section>
  )
}

/** When it is closed by itself, with the one tap that leaves it open. */
function Closing({ spotId, stranger }: { spotId: number; stranger: StrangerFacts }) {
  const { mutate } = useSWRConfig()
  const [isKeeping, setIsKeeping] = useState(false)
  const [error, setError] = useState<ProblemError | null>(null)
  const { closesAt, staysOpen } = stranger
  const time = useClock((now) =>
    closesAt !== null && closesAt > now ? ageWords(closesAt - now) : '',
  )
  if (staysOpen) return <p>{text.strangers.staysOpen}</p>
  if (closesAt === null) return <p>{text.strangers.byHand}</p>

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
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="min-w-48 flex-1">
        <p role="timer">{time ? text.strangers.closesIn(time) : text.strangers.closesNow}</p>
        {error && (
          <p role="alert" className="font-bold">
            {error.code === 'conflict' ? text.strangers.tooLate : text.strangers.notKept}
          </p>
        )}
      </div>
      <Button className="min-h-12" isBusy={isKeeping} onClick={() => void keep()}>
        {text.strangers.keep}
      </Button>
    </div>
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
