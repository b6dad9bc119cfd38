'use client'
'use no memo'

import { useEffect, useEffectEvent, useRef } from 'react'
import { formatMoney } from '#contract/money-format.ts'
import { keptChoice } from '#components/bell/bell-choice.ts'
import { AGAIN_MS } from '#components/bell/ringing.ts'
import { tremble } from '#components/bell/tunes.ts'
import { now, onTick } from '#components/clock/clock.ts'
import { everybodys } from '#components/floor/attention.ts'
import { useNews, useNewsWithClock } from '#components/floor/use-floor.ts'
import { text } from '#components/text/menus.ts'
import { BoardIcon } from '#components/ui/board-icon.tsx'
import { BoardLink } from '#components/ui/board-link.tsx'

/**
 * The last step of a payment that nobody decides about: it stands on every page of everybody who is signed in, wherever
 * they are and whatever area they follow, and the device trembles although its sound is off or its shift not begun. It
 * names no age, since whoever hears it read out would hear it again each minute.
 */
export default function UndecidedAlert() {
  const count = useNewsWithClock(({ floor }, at) => everybodys(floor, at).length) ?? 0
  const key = useNewsWithClock(({ floor }, at) => everybodys(floor, at)[0]?.key ?? '')
  const oldest = useNews(({ floor }) => floor?.tiles.find((tile) => tile.key === key))
  useTrembling()
  if (!oldest?.spot) return null
  const held = formatMoney(oldest.heldMinor, oldest.currency, text.locale)
  return (
    <div
      role="alert"
      className="fill-alarm flex flex-none flex-wrap items-center gap-x-4 px-3.5 text-lg leading-6 tablet:px-5"
    >
      <BoardLink
        href={`/spots/${oldest.spot.id}`}
        className="flex min-h-12 flex-[1_0_15rem] items-center gap-3 py-1.5 font-bold underline-offset-4 hover:underline"
      >
        <BoardIcon name="held" className="size-6" />
        <span className="[overflow-wrap:anywhere]">{text.undecided.stands(oldest.name, held)}</span>
      </BoardLink>
      {count > 1 && (
        <BoardLink
          href="/payments"
          className="flex min-h-12 items-center font-semibold underline underline-offset-4"
        >
          {text.undecided.more(count - 1)}
        </BoardLink>
      )}
    </div>
  )
}

/** As often as the bell rings. A device that has its vibration turned off keeps it off. */
function useTrembling(): void {
  const trembledAt = useRef(-Infinity)
  const again = useEffectEvent(() => {
    if (now() - trembledAt.current < AGAIN_MS || !keptChoice().vibration) return
    trembledAt.current = now()
    tremble('held')
  })
  useEffect(() => {
    again()
    return onTick(() => again())
  }, [])
}
