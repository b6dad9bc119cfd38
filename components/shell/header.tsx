'use client'

import Link from 'next/link'
import type { Session } from '#contract/session.ts'
import { tilesThatNeedPerson } from '#components/floor/attention.ts'
import { troubleOf } from '#components/floor/freshness.ts'
import { useFloor } from '#components/floor/use-floor.ts'
import { AccountMenu } from '#components/session/account-menu.tsx'
import { FreshnessMark } from '#components/shell/freshness-mark.tsx'
import { text } from '#components/text/board.ts'
import { Icon } from '#components/ui/icon.tsx'

/** The place, how fresh its news is, how many need a person, and who is signed in: at every width. */
export function Header({ session, guestPhone }: { session: Session; guestPhone: string | null }) {
  const news = useFloor()
  const isStale = troubleOf(news) !== null
  const count = tilesThatNeedPerson(news.floor?.tiles ?? []).length

  return (
    <header className="flex min-h-14 flex-none items-center gap-1.5 border-b border-line bg-card pr-2 pl-3.5 tablet:gap-4 tablet:pr-3 tablet:pl-5">
      <Link
        href="/"
        className="flex min-h-11 min-w-11 flex-1 items-center font-bold tracking-tight tablet:text-lg"
      >
        <bdi className="truncate">{news.floor?.title || text.brand}</bdi>
      </Link>
      <FreshnessMark news={news} />
      {count > 0 && (
        <span
          data-stale={isStale || undefined}
          className="flex min-h-8 flex-none min-w-8 items-center justify-center gap-1.5 rounded-full border fill-waiting px-2 font-bold whitespace-nowrap data-stale:grayscale-75"
        >
          <Icon name="waiting" className="hidden size-4 tablet:block" />
          <span aria-hidden="true" className="tablet:hidden">
            {count}
          </span>
          <span className="sr-only tablet:not-sr-only tablet:whitespace-nowrap">
            {text.shell.needYou(count)}
          </span>
        </span>
      )}
      {guestPhone && (
        <a
          href={guestPhone}
          target="_blank"
          rel="noreferrer"
          className="hidden min-h-11 flex-none items-center gap-2 px-2 text-soft underline-offset-4 hover:underline wide:flex"
        >
          <Icon name="phone" />
          {text.shell.guestPhone}
        </a>
      )}
      <AccountMenu session={session} guestPhone={guestPhone} />
    </header>
  )
}
