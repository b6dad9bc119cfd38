'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { address } from '#contract/address.ts'
import type { Floor } from '#contract/floor.ts'
import { BurstSeen } from '#contract/stranger.ts'
import type { View } from '#contract/view.ts'
import { changeView } from '#components/floor/use-view.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { send } from '#components/http/send.ts'
import { text } from '#components/text/strangers.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'

/** Many codes of no register in a short time: what it probably means, what to do, and that somebody has seen it. */
export default function BurstBanner({
  burst,
  view,
}: {
  burst: NonNullable<Floor['burst']>
  view: View
}) {
  const router = useRouter()
  const [isSending, setIsSending] = useState(false)
  const [hasFailed, setHasFailed] = useState(false)
  const time = new Intl.DateTimeFormat(text.locale, { hour: '2-digit', minute: '2-digit' })

  async function acknowledge(): Promise<void> {
    setIsSending(true)
    setHasFailed(!(await isTaken(burst.id)))
    setIsSending(false)
  }
  return (
    <section
      role="alert"
      className="fill-alarm flex flex-none flex-wrap items-center gap-x-3 gap-y-2 px-3.5 py-2 tablet:px-5"
    >
      <Icon name="stranger" className="size-6" />
      <p className="min-w-60 flex-1 text-[0.9375rem] leading-snug">
        <b>{text.strangers.burst(burst.codes, time.format(burst.since))}</b>{' '}
        {text.strangers.burstWhy} {hasFailed && <b>{text.strangers.burstFailed}</b>}
      </p>
      <span className="flex flex-wrap gap-2">
        <Button
          onClick={() => {
            changeView({ ...view, filter: 'stranger', areas: [] })
            router.push('/', { scroll: false })
          }}
        >
          {text.strangers.burstShow}
        </Button>
        <Button isBusy={isSending} onClick={() => void acknowledge()}>
          {text.strangers.burstSeen}
        </Button>
      </span>
    </section>
  )
}

async function isTaken(id: string): Promise<boolean> {
  try {
    await send(address.strangerBurst, BurstSeen, { method: 'POST', body: { id } })
    return true
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    // Somebody else was first, and the floor says so.
    return error.code === 'conflict'
  }
}
