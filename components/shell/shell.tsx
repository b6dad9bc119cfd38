'use client'
'use no memo'

import { lazy, Suspense, useEffect, useLayoutEffect } from 'react'
import type { ReactNode } from 'react'
import { setServerTime } from '#components/clock/clock.ts'
import { everybodys } from '#components/floor/attention.ts'
import { Announcer } from '#components/floor/announcer.tsx'
import { troubleOf } from '#components/floor/freshness.ts'
import type { Me } from '#components/floor/me.ts'
import { useNews, useNewsWithClock } from '#components/floor/use-floor.ts'
import { showPageTo } from '#components/http/account.ts'
import { DifferencesBanner } from '#components/shell/differences-banner.tsx'
import { Header } from '#components/shell/header.tsx'
import { TroubleBanner } from '#components/shell/trouble-banner.tsx'
import { useBoardLinks } from '#components/shell/use-board-links.ts'
import { text } from '#components/text/board.ts'
import { useSteadyTap } from '#components/ui/use-steady-tap.ts'

const BurstBanner = lazy(() => import('#components/strangers/burst-banner.tsx'))
const UnprotectedNotice = lazy(() => import('#components/shell/unprotected-notice.tsx'))
const RestoredBanner = lazy(() => import('#components/shell/restored-banner.tsx'))
const UndecidedAlert = lazy(() => import('#components/shell/undecided-alert.tsx'))

/** Always the same element, so that news leaves the server's as it stands until the code for it is there. */
const unprotectedNotice = (
  <Suspense>
    <UnprotectedNotice />
  </Suspense>
)

/**
 * What stands around every page of a person who is signed in. The stream of the floor hangs here, so it lasts while
 * people go from page to page. A page fills the rest of the screen and scrolls inside it.
 */
export function Shell({
  me,
  serverNow,
  guestPhone,
  children,
}: {
  me: Me
  /** The server's clock when it made this page. */
  serverNow: number
  /** The sandbox's guest phone, in practice and where this device reaches it. */
  guestPhone: string | null
  children: ReactNode
}) {
  // Before anything is asked, which the same page's other effects do.
  useLayoutEffect(() => showPageTo(me.session.staffId), [me.session.staffId])
  useEffect(() => setServerTime(serverNow), [serverNow])
  // A banner pushes the page down, also under a finger that is on its way.
  const trouble = useNews(troubleOf) ?? ''
  const differences = useNews(({ floor }) => floor?.differences ?? 0)
  const undecided = useNewsWithClock(({ floor }, at) => everybodys(floor, at).length) ?? 0
  const restored = useNews(({ floor }) => floor?.restored) ?? ''
  const burst = useNews(({ floor }) => floor?.burst ?? null)
  const steadyTap = useSteadyTap([
    trouble,
    String(differences),
    restored,
    String(undecided > 0),
    burst?.id ?? '',
  ])

  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- The links inside take the keys.
    <div className="contents" onClick={useBoardLinks()}>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:bg-card focus:p-3"
      >
        {text.shell.skip}
      </a>
      <Header me={me} guestPhone={guestPhone} />
      {me.session.unprotected && me.session.role === 'manager' && unprotectedNotice}
      {undecided > 0 && (
        <Suspense>
          <UndecidedAlert />
        </Suspense>
      )}
      {restored !== '' && (
        <Suspense>
          <RestoredBanner may={me.session.permissions} />
        </Suspense>
      )}
      <TroubleBanner />
      <DifferencesBanner />
      {burst && me.session.permissions.includes('close_spot') && (
        <Suspense>
          <BurstBanner burst={burst} view={me.view} />
        </Suspense>
      )}
      <main
        id="content"
        tabIndex={-1}
        onClickCapture={steadyTap}
        className="min-h-0 flex-1 overflow-y-auto outline-none"
      >
        {children}
      </main>
      <Announcer view={me.view} />
    </div>
  )
}
