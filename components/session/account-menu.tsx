'use client'
'use no memo'

import { lazy, Suspense, useRef, useState } from 'react'
import type { Session } from '#contract/session.ts'
import { text } from '#components/text/board.ts'
import { BoardIcon } from '#components/ui/board-icon.tsx'

const AccountEntries = lazy(() => import('#components/session/account-entries.tsx'))

/** The signed-in name, and behind it what belongs to the person rather than to the floor. */
export function AccountMenu({
  session,
  guestPhone,
}: {
  session: Session
  guestPhone: string | null
}) {
  const menu = useRef<HTMLDivElement>(null)
  const [isWanted, setIsWanted] = useState(false)
  return (
    <>
      <button
        type="button"
        popoverTarget="account-menu"
        aria-label={text.shell.account(session.name)}
        onClick={() => setIsWanted(true)}
        className="flex min-h-11 max-w-32 min-w-11 items-center gap-1.5 rounded-xl px-1 text-sm font-semibold hover:bg-line tablet:max-w-64 tablet:flex-none tablet:px-2 tablet:text-base"
      >
        <bdi className="truncate">{session.name}</bdi>
        <BoardIcon name="down" className="hidden size-4 tablet:block" />
      </button>
      <div
        ref={menu}
        id="account-menu"
        popover="auto"
        className="fixed top-16 right-2 left-auto m-0 w-80 supports-[position-area:bottom]:inset-auto supports-[position-area:bottom]:mt-1 supports-[position-area:bottom]:[position-area:bottom_span-left] max-w-[calc(100vw-1rem)] rounded-2xl border border-edge bg-raised p-2 text-ink floating"
      >
        <Suspense fallback={text.floor.reading}>
          {isWanted && (
            <AccountEntries
              session={session}
              guestPhone={guestPhone}
              onLeave={() => menu.current?.hidePopover()}
            />
          )}
        </Suspense>
      </div>
    </>
  )
}
