'use client'

import { useEffect, useRef } from 'react'
import { needsPerson, tileState } from '#contract/floor.ts'
import type { SpotDetail } from '#contract/spot.ts'
import { useAge, useClock } from '#components/clock/use-clock.ts'
import { troubleOf } from '#components/floor/freshness.ts'
import { GoingButton } from '#components/floor/going-button.tsx'
import { lateness, stateSince, stateWords } from '#components/floor/tile-words.ts'
import { useNews, useTile } from '#components/floor/use-floor.ts'
import { text } from '#components/text/catalogue.ts'
import { buttonLook } from '#components/ui/button-look.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { StatePill } from './state-pill.tsx'
import { tileOfSpot } from './tile-of-spot.ts'

/** Who, in which state, and since when. It takes the focus when the panel opens, so that the keyboard starts here. */
export function SpotHead({
  spot,
  goesAs,
}: {
  spot: SpotDetail
  /** Of whoever may say that they go; null for somebody who only looks. */
  goesAs: string | null
}) {
  const tile = tileOfSpot(spot)
  const state = tileState(tile)
  const age = useAge(stateSince(tile))
  const words = stateWords(tile, useClock((now) => lateness(tile, now)) ?? 0)
  const isStale = useNews(troubleOf) !== null
  const onFloor = useTile(spot.id)
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => heading.current?.focus({ preventScroll: true }), [])

  return (
    <div className="border-b border-line py-3 pr-3 pl-5">
      <div className="flex items-start justify-between gap-3">
        <h1
          ref={heading}
          tabIndex={-1}
          className="line-clamp-3 min-w-0 my-1.5 text-3xl leading-9 font-bold tracking-tight [overflow-wrap:anywhere] outline-none"
        >
          <bdi>{spot.name}</bdi>
        </h1>
        <ButtonLink
          href="/"
          variant="quiet"
          className="size-12 flex-none px-0!"
          aria-label={text.spot.back}
        >
          <Icon name="close" className="size-6" />
        </ButtonLink>
      </div>
      <p
        data-stale={isStale || undefined}
        className="flex flex-wrap items-center gap-x-3 gap-y-1 text-soft data-stale:faded"
      >
        <StatePill state={state} words={words} />
        {age !== null && <span className="figures text-lg">{age}</span>}
        {tile.isResting && state !== 'resting' && <span>{text.table.resting}</span>}
        {goesAs !== null && onFloor && needsPerson(tileState(onFloor)) && (
          <GoingButton
            spotId={spot.id}
            name={spot.name}
            going={onFloor.going}
            staffId={goesAs}
            className={buttonLook({}, 'ml-auto aria-pressed:bg-ink aria-pressed:text-paper')}
          />
        )}
      </p>
    </div>
  )
}
