'use client'
'use no memo'

import { useState } from 'react'
import { address } from '#contract/address.ts'
import type { Permission } from '#contract/permission.ts'
import { RestorationAnswer } from '#contract/restoration.ts'
import { useNews } from '#components/floor/use-floor.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { send } from '#components/http/send.ts'
import { text } from '#components/text/menus.ts'
import { BoardIcon } from '#components/ui/board-icon.tsx'
import { BoardLink } from '#components/ui/board-link.tsx'
import { Button } from '#components/ui/button.tsx'

/**
 * The database is a backup, so nothing is done by itself. It stands on every page until the wallet was read again and a
 * manager, having seen what differs, says to go on (law 5).
 */
export default function RestoredBanner({ may }: { may: readonly Permission[] }) {
  const restored = useNews(({ floor }) => floor?.restored)
  const count = useNews(({ floor }) => floor?.differences ?? 0)
  const [isBusy, setIsBusy] = useState(false)
  const [hasFailed, setHasFailed] = useState(false)
  const isRead = restored === 'read'

  async function goOn(): Promise<void> {
    setIsBusy(true)
    setHasFailed(false)
    try {
      await send(address.restoration, RestorationAnswer, { method: 'POST' })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setHasFailed(true)
    }
    setIsBusy(false)
  }

  return (
    <section
      aria-label={text.restored.title}
      className="flex flex-none flex-wrap items-center gap-x-4 gap-y-2 bg-ink px-3.5 py-2 text-paper tablet:px-5"
    >
      <BoardIcon name="left" className="size-6" />
      <p className="min-w-56 flex-1 leading-snug">
        <b>{text.restored.title}.</b> {text.restored.plain}{' '}
        {isRead ? text.restored.read(count) : text.restored.unread}{' '}
        {hasFailed && <b role="alert">{text.restored.failed}</b>}
      </p>
      {isRead && count > 0 && (
        <BoardLink
          href="/unsettled#differences"
          className="flex min-h-11 items-center font-semibold underline underline-offset-4"
        >
          {text.restored.look}
        </BoardLink>
      )}
      {may.includes('settle_differences') ? (
        <Button isBusy={isBusy} disabled={!isRead || isBusy} onClick={() => void goOn()}>
          {text.restored.goOn}
        </Button>
      ) : (
        <span className="font-semibold">{text.restored.manager}</span>
      )}
    </section>
  )
}
