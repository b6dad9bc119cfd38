'use client'
'use no memo'

import { useRouter } from 'next/navigation'
import { loudness } from '#contract/loudness.ts'
import { heldOn } from '#components/floor/overview.ts'
import { useNews, useNewsWithClock } from '#components/floor/use-floor.ts'
import { text } from '#components/text/board.ts'
import { BoardIcon } from '#components/ui/board-icon.tsx'
import { BoardLink } from '#components/ui/board-link.tsx'
import { useShortcut } from '#components/ui/use-shortcut.ts'

/** The way to the payments, with the number of those that wait; it looks as loud as the oldest of them is. */
export function PaymentsLink() {
  const router = useRouter()
  useShortcut('p', () => router.push('/payments'))
  const count = useNews(({ floor }) =>
    heldOn(floor).reduce((sum, { heldCount }) => sum + heldCount, 0),
  )
  const loudest = useNewsWithClock(({ floor }, now) =>
    Math.max(0, ...heldOn(floor).map((tile) => loudness(tile, now))),
  )
  return (
    <BoardLink
      href="/payments"
      aria-keyshortcuts="p"
      aria-label={text.shell.payments(count)}
      data-loud={loudest || undefined}
      className="flex min-h-11 min-w-11 flex-none items-center justify-center gap-1.5 rounded-xl border border-edge bg-card px-2 font-semibold whitespace-nowrap data-loud:fill-held data-[loud=3]:fill-alarm tablet:px-3"
    >
      <BoardIcon name="held" className="size-5" />
      <span className="max-[72rem]:hidden">{text.shell.paymentsShort}</span>
      {count > 0 && <b>{count}</b>}
    </BoardLink>
  )
}
