'use no memo'

import { tileState } from '#contract/floor.ts'
import type { Tile as FloorTile, TileState } from '#contract/floor.ts'
import type { View } from '#contract/view.ts'
import { useClock } from '#components/clock/use-clock.ts'
import { presentNews } from '#components/floor/use-floor.ts'
import { faceOf } from '#components/floor/tile-face.ts'
import { amountWords, nameParts } from '#components/floor/tile-words.ts'
import { wayTo } from '#components/floor/way-to-tile.ts'
import { text } from '#components/text/board.ts'
import { BoardIcon } from '#components/ui/board-icon.tsx'
import { BoardLink } from '#components/ui/board-link.tsx'

/**
 * Heights never change, so that no tile moves another; and since the browser is told so (`contain`), it lays out the one
 * tile that changed. It does so only below a box that is no item of a grid itself, so the list item around this cannot.
 */
const box =
  'grid h-full overflow-hidden [contain:size_layout] border-[1.5px] text-left [content-visibility:auto] active:pressed ' +
  'scroll-mt-18 scroll-mb-3 border-edge bg-card text-soft ' +
  'data-[state=open]:[--mark:var(--color-open)] data-[state=received]:[--mark:var(--color-received)] ' +
  'data-[state=stranger]:[--mark:var(--color-alarm-ink)] data-[state=unknown]:[--mark:var(--color-ink)] calm:[--name:var(--color-ink)] ' +
  'data-[state=free]:border-dashed data-[state=free]:bg-transparent data-[state=resting]:border-dashed data-[state=resting]:bg-transparent ' +
  'data-[state=asking]:fill-waiting data-[state=waiting]:fill-waiting data-[state=held]:fill-held data-[state=gone]:fill-alarm ' +
  'data-old:faded data-old:active:faded-pressed data-old:border-dotted ' +
  'aria-[current]:outline-3 aria-[current]:outline-offset-2 aria-[current]:outline-ink ' +
  'focus-visible:outline-focus '

/** The age stands beside the name where there is room. */
const looks = {
  tiles: {
    box:
      'grid-cols-[minmax(0,1fr)_auto] grid-rows-[auto_1fr_auto_auto] gap-x-2 rounded-2xl px-2.5 py-2 ' +
      'tablet:py-1.5 tablet:grid-rows-[auto_1fr_auto]',
    name: 'col-span-2 tablet:col-span-1',
    age: 'order-1 col-span-2 leading-5 tablet:order-none tablet:col-span-1 tablet:leading-7',
    state: 'col-span-2',
    amounts: 'order-2 col-span-2',
  },
  list: {
    box:
      'grid-cols-[minmax(0,1fr)_auto] content-center items-center gap-x-3 rounded-xl px-3 ' +
      'tablet:grid-cols-[10rem_12rem_minmax(0,1fr)_auto]',
    name: '',
    age: 'text-right tablet:order-1',
    state: '',
    amounts: 'text-right tablet:text-left',
  },
} as const

/** One place on the floor, and the way to its page. */
export function Tile({
  tile,
  layout,
  isOpen,
  isTabStop,
}: {
  tile: FloorTile
  layout: View['layout']
  isOpen: boolean
  isTabStop: boolean
}) {
  const state = tileState(tile)
  // A thousand tiles look at the clock each second, so each looks once.
  const face = useClock((now) => faceOf(tile, presentNews(), now))
  const [words = '', age = '', old = '', closes = ''] = face?.split('\n') ?? []
  const more = [tile.going && text.floor.goes(tile.going.name), amountWords(tile), closes]
    .filter(Boolean)
    .join(' · ')
  const look = looks[layout]

  const content = (
    <TileContent
      name={tile.name}
      state={state}
      words={words}
      age={old || age}
      more={more}
      look={look}
    />
  )

  return (
    <BoardLink
      href={wayTo(tile)}
      keepsScroll
      data-key={tile.key}
      data-state={state}
      data-old={old || undefined}
      aria-label={[tile.name, words, old || age, more].filter(Boolean).join(', ')}
      aria-current={isOpen ? 'page' : undefined}
      tabIndex={isTabStop ? 0 : -1}
      className={box + look.box}
    >
      {content}
    </BoardLink>
  )
}

function TileContent({
  name,
  state,
  words,
  age,
  more,
  look,
}: {
  name: string
  state: TileState
  words: string
  age: string
  more: string
  look: (typeof looks)[View['layout']]
}) {
  const [head, number] = nameParts(name)
  return (
    <>
      <bdi
        className={`flex max-w-full justify-self-start text-xl leading-7 font-bold tracking-tight whitespace-pre text-(--name) ${look.name}`}
      >
        <span className="truncate">{head}</span>
        {number}
      </bdi>
      <span className={`text-[0.9375rem] font-semibold whitespace-nowrap ${look.age}`}>{age}</span>
      <span
        className={`flex gap-1 text-lg leading-5.5 font-semibold tracking-tight text-(--mark) in-data-[state=free]:font-medium in-data-[state=stranger]:font-medium in-data-[state=stranger]:tracking-[-0.05em] ${look.state}`}
      >
        <BoardIcon name={state} className="mt-px size-5" />
        <span className="line-clamp-2 hyphens-auto wrap-anywhere">{words}</span>
      </span>
      <span
        className={`line-clamp-2 text-[0.9375rem] leading-4.5 tracking-tight text-(--name) ${look.amounts}`}
      >
        {more}
      </span>
    </>
  )
}
