'use client'
'use no memo'

import { BellButton } from '#components/bell/bell-button.tsx'
import type { Me } from '#components/floor/me.ts'
import { NextLink } from '#components/floor/next-link.tsx'
import { useNews } from '#components/floor/use-floor.ts'
import { useOpenWay } from '#components/floor/use-open-way.ts'
import { useView } from '#components/floor/use-view.ts'
import { AccountMenu } from '#components/session/account-menu.tsx'
import { FreshnessMark } from '#components/shell/freshness-mark.tsx'
import { PaymentsLink } from '#components/shell/payments-link.tsx'
import { text } from '#components/text/board.ts'
import { BoardIcon } from '#components/ui/board-icon.tsx'
import { BoardLink } from '#components/ui/board-link.tsx'

/**
 * The place, how fresh its news is, the bell, and who is signed in: at every width. How many need a person leads to the
 * next of them; on a narrow screen that stands below the floor, where the thumb is.
 */
export function Header({ me, guestPhone }: { me: Me; guestPhone: string | null }) {
  const view = useView(me.view)
  const openWay = useOpenWay()
  const title = useNews(({ floor }) => floor?.title)

  return (
    <header className="flex min-h-14 flex-none items-center gap-1.5 border-b border-line bg-card pr-2 pl-3.5 tablet:gap-4 tablet:pr-3 tablet:pl-5">
      <BoardLink
        href="/"
        className="flex min-h-11 min-w-11 flex-1 items-center font-bold tracking-tight tablet:text-lg"
      >
        <bdi className="truncate">{title || text.brand}</bdi>
      </BoardLink>
      <FreshnessMark />
      <NextLink
        view={view}
        openWay={openWay}
        className="min-h-11 w-50 flex-none rounded-xl max-wide:hidden"
      />
      {guestPhone && (
        <a
          href={guestPhone}
          target="_blank"
          rel="noreferrer"
          className="hidden min-h-11 flex-none items-center gap-2 px-2 text-soft underline-offset-4 hover:underline min-[72rem]:flex"
        >
          <BoardIcon name="phone" />
          {text.shell.guestPhone}
        </a>
      )}
      <PaymentsLink />
      <BellButton view={view} />
      <AccountMenu session={me.session} guestPhone={guestPhone} />
    </header>
  )
}
