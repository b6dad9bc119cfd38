'use client'

import type { Session } from '#contract/session.ts'
import { SignOutButton } from '#components/session/sign-out-button.tsx'
import { text } from '#components/text/menus.ts'
import { BoardLink } from '#components/ui/board-link.tsx'

const entry =
  'mt-2 flex min-h-12 w-full items-center gap-3 rounded-xl px-4 text-left font-semibold hover:bg-line'

/** What belongs to the person rather than to the floor; it is loaded when somebody opens the menu. */
export default function AccountEntries({
  session,
  guestPhone,
  onLeave,
}: {
  session: Session
  guestPhone: string | null
  onLeave: () => void
}) {
  return (
    <>
      <div className="px-4 py-2">
        <p className="font-bold">
          <bdi>{session.name}</bdi>
        </p>
        <p className="truncate text-sm text-soft">
          {text.account.roles[session.role]} · {session.email}
        </p>
      </div>
      <BoardLink href="/counter" className={entry} onClick={onLeave}>
        {text.account.counter}
      </BoardLink>
      {session.permissions.includes('edit_menu') && (
        <BoardLink href="/menu" className={entry} onClick={onLeave}>
          {text.account.menu}
        </BoardLink>
      )}
      {session.permissions.includes('edit_tables') && (
        <BoardLink href="/tables" className={entry} onClick={onLeave}>
          {text.account.tables}
        </BoardLink>
      )}
      {session.permissions.includes('see_reports') && (
        <BoardLink href="/day" className={entry} onClick={onLeave}>
          {text.account.day}
        </BoardLink>
      )}
      {session.permissions.includes('edit_settings') && (
        <BoardLink href="/settings" className={entry} onClick={onLeave}>
          {text.account.settings}
        </BoardLink>
      )}
      {guestPhone && (
        <a
          href={guestPhone}
          target="_blank"
          rel="noreferrer"
          className={`${entry} min-[72rem]:hidden`}
        >
          {text.shell.guestPhone}
        </a>
      )}
      <SignOutButton className={entry} />
    </>
  )
}
