import Link from 'next/link'
import { tileState } from '#contract/floor.ts'
import type { Tile as FloorTile } from '#contract/floor.ts'
import { useAge, useClock } from '#components/clock/use-clock.ts'
import {
  amountWords,
  lateness,
  nameParts,
  stateSince,
  stateWords,
} from '#components/floor/tile-words.ts'
import { Icon } from '#components/ui/icon.tsx'

/** Its height never changes, so that no tile moves another. The age stands beside the name where there is room. */
const look =
  'grid h-37 grid-cols-[minmax(0,1fr)_auto] grid-rows-[auto_1fr_auto_auto] gap-x-2 overflow-hidden rounded-2xl ' +
  'scroll-mt-18 scroll-mb-3 border-[1.5px] px-2.5 py-2 text-left [content-visibility:auto] active:brightness-95 ' +
  'tablet:h-26.5 tablet:py-1.5 tablet:grid-rows-[auto_1fr_auto] ' +
  'border-edge bg-card text-soft ' +
  'data-[state=open]:[--mark:var(--color-open)] data-[state=received]:[--mark:var(--color-received)] ' +
  'data-[state=unknown]:[--mark:var(--color-ink)] calm:[--name:var(--color-ink)] ' +
  'data-[state=free]:border-dashed data-[state=free]:bg-transparent ' +
  'data-[state=asking]:fill-waiting data-[state=waiting]:fill-waiting data-[state=held]:fill-held data-[state=left]:fill-alarm ' +
  'aria-[current]:outline-3 aria-[current]:outline-offset-2 aria-[current]:outline-ink ' +
  'focus-visible:outline-focus'

/** One spot on the floor. A table that nobody has scanned yet has no page to lead to. */
export function Tile({
  tile,
  isOpen,
  isTabStop,
}: {
  tile: FloorTile
  isOpen: boolean
  isTabStop: boolean
}) {
  const state = tileState(tile)
  const age = useAge(stateSince(tile))
  const words = stateWords(tile, useClock((now) => lateness(tile, now)) ?? 0)
  const amounts = amountWords(tile)
  const [head, number] = nameParts(tile.name)

  const content = (
    <>
      <bdi className="col-span-2 flex max-w-full justify-self-start text-xl leading-7 font-bold tracking-tight whitespace-pre text-(--name) tablet:col-span-1">
        <span className="truncate">{head}</span>
        {number}
      </bdi>
      <span className="order-1 col-span-2 text-[0.9375rem] leading-5 font-semibold whitespace-nowrap tablet:order-none tablet:col-span-1 tablet:leading-7">
        {age}
      </span>
      <span className="col-span-2 flex gap-1 text-lg leading-5.5 font-semibold tracking-tight text-(--mark) in-data-[state=free]:font-medium">
        <Icon name={state} className="mt-px size-5" />
        <span className="line-clamp-2 hyphens-auto wrap-anywhere">{words}</span>
      </span>
      <span className="order-2 col-span-2 line-clamp-2 text-[0.9375rem] leading-4.5 tracking-tight text-(--name)">
        {amounts}
      </span>
    </>
  )

  if (!tile.spot) {
    return (
      <div data-state={state} className={look}>
        {content}
      </div>
    )
  }
  return (
    <Link
      href={`/spots/${tile.spot.id}`}
      prefetch={false}
      scroll={false}
      data-key={tile.key}
      data-state={state}
      aria-label={[tile.name, words, age, amounts].filter(Boolean).join(', ')}
      aria-current={isOpen ? 'page' : undefined}
      tabIndex={isTabStop ? 0 : -1}
      className={look}
    >
      {content}
    </Link>
  )
}
