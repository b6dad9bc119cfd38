'use client'

import Link from 'next/link'
import { useRef } from 'react'
import type { Session } from '#contract/session.ts'
import { SignOutButton } from '#components/session/sign-out-button.tsx'
import { text } from '#components/text/board.ts'
import { Icon } from '#components/ui/icon.tsx'

const entry =
  'mt-2 flex min-h-12 w-full items-center gap-3 rounded-xl px-4 text-left font-semibold hover:bg-line'

/** The signed-in name, and behind it what belongs to the person rather than to the floor. */
export function AccountMenu({
  session,
  guestPhone,
}: {
  session: Session
  guestPhone: string | null
}) {
  const menu = useRef<HTMLDivElement>(null)
  return (
    <>
      <button
        type="button"
        popoverTarget="account-menu"
        aria-label={text.shell.account(session.name)}
        className="flex min-h-11 max-w-32 min-w-11 flex-none items-center gap-1.5 rounded-xl px-1 text-sm font-semibold hover:bg-line tablet:max-w-64 tablet:px-2 tablet:text-base"
      >
        <bdi className="truncate">{session.name}</bdi>
        <Icon name="down" className="hidden size-4 tablet:block" />
      </button>
      <div
        ref={menu}
        id="account-menu"
        popover="auto"
        className="fixed top-16 right-2 left-auto m-0 w-80 supports-[position-area:bottom]:inset-auto supports-[position-area:bottom]:mt-1 supports-[position-area:bottom]:[position-area:bottom_span-left] max-w-[calc(100vw-1rem)] rounded-2xl border border-edge bg-raised p-2 text-ink shadow-2xl"
      >
        <div className="px-4 py-2">
          <p className="font-bold">
            <bdi>{session.name}</bdi>
          </p>
          <p className="truncate text-sm text-soft">
            {text.shell.roles[session.role]} · {session.email}
          </p>
        </div>
        {session.permissions.includes('edit_menu') && (
          <Link href="/menu" className={entry} onClick={() => menu.current?.hidePopover()}>
            {text.shell.menu}
          </Link>
        )}
        {session.permissions.includes('edit_settings') && (
          <Link
            href="/settings"
            prefetch={false}
            className={entry}
            onClick={() => menu.current?.hidePopover()}
          >
            {text.shell.settings}
          </Link>
        )}
        {guestPhone && (
          <a href={guestPhone} target="_blank" rel="noreferrer" className={`${entry} wide:hidden`}>
            {text.shell.guestPhone}
          </a>
        )}
        <SignOutButton className={entry} />
      </div>
    </>
  )
}
