'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { tileState } from '#contract/floor.ts'
import type { Permission } from '#contract/permission.ts'
import { stateWords } from '#components/floor/tile-words.ts'
import { useNews } from '#components/floor/use-floor.ts'
import { StatePill } from '#components/spots/state-pill.tsx'
import { useEscape } from '#components/spots/use-escape.ts'
import { useReturnFocus } from '#components/spots/use-return-focus.ts'
import { text } from '#components/text/catalogue.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { RestSwitch } from './rest-switch.tsx'
import { TabSection } from './tab-section.tsx'
import { useTableTile } from './use-tab.ts'

/** A registered table beside the floor. As soon as somebody has scanned its code, its spot says more. */
export function TablePanel({ tableId, may }: { tableId: string; may: readonly Permission[] }) {
  const tile = useTableTile(tableId)
  const isRead = useNews(({ floor }) => floor !== null)
  const router = useRouter()
  const spotId = tile?.spot?.id
  useEscape(() => router.push('/', { scroll: false }))
  useReturnFocus(`/tables/${tableId}`)
  useEffect(() => {
    if (spotId !== undefined) router.replace(`/spots/${spotId}`, { scroll: false })
  }, [spotId, router])

  if (!tile) {
    if (!isRead) {
      return <output className="block p-5 text-lg text-soft">{text.spot.reading}</output>
    }
    return (
      <div role="alert" className="grid justify-items-start gap-4 p-5">
        <h1 className="text-2xl font-bold">{text.table.goneTitle}</h1>
        <p>{text.table.gone}</p>
        <ButtonLink href="/">{text.spot.back}</ButtonLink>
      </div>
    )
  }
  return (
    <div className="flex h-full flex-col bg-card">
      <div className="border-b border-line py-3 pr-3 pl-5">
        <div className="flex items-start justify-between gap-3">
          <Name name={tile.name} />
          <ButtonLink
            href="/"
            variant="quiet"
            className="size-12 flex-none px-0!"
            aria-label={text.spot.back}
          >
            <Icon name="close" className="size-6" />
          </ButtonLink>
        </div>
        <p className="text-soft">
          <StatePill state={tileState(tile)} words={stateWords(tile)} />
        </p>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        <div className="mx-auto mb-4 max-w-2xl px-1 py-2">
          <p className="text-lg font-semibold">{text.table.unscannedTitle}</p>
          <p className="mt-1 text-soft">{text.table.unscanned}</p>
        </div>
        <TabSection tableId={tableId} hasGuests={false} may={may} />
        {may.includes('edit_tables') && (
          <RestSwitch tableId={tableId} isResting={tile.isResting === true} />
        )}
      </div>
    </div>
  )
}

/** It takes the focus when the panel opens, so that the keyboard starts here. */
function Name({ name }: { name: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <h1
      ref={heading}
      tabIndex={-1}
      className="line-clamp-3 min-w-0 my-1.5 text-3xl leading-9 font-bold tracking-tight [overflow-wrap:anywhere] outline-none"
    >
      <bdi>{name}</bdi>
    </h1>
  )
}
