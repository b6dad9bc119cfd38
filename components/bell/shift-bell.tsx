'use client'

import { useState } from 'react'
import type { View } from '#contract/view.ts'
import { keepChoice, keptChoice } from '#components/bell/bell-choice.ts'
import type { BellChoice } from '#components/bell/bell-choice.ts'
import { play, tremble } from '#components/bell/tunes.ts'
import { useRinging } from '#components/bell/use-ringing.ts'
import { text } from '#components/text/menus.ts'
import { BoardIcon } from '#components/ui/board-icon.tsx'
import { Button } from '#components/ui/button.tsx'

const kinds = ['sound', 'vibration'] as const

/** The bell of a shift that has begun, and behind its button what of it is on at this device. */
export default function ShiftBell({
  sound,
  view,
  look,
  onEnd,
}: {
  sound: AudioContext
  view: View
  look: string
  onEnd: () => void
}) {
  const [choice, setChoice] = useState<BellChoice>(keptChoice)
  useRinging(sound, choice, view)

  const change = (next: BellChoice) => {
    setChoice(next)
    keepChoice(next)
  }
  const tryIt = () => {
    if (choice.sound) play(sound, 'waiting')
    if (choice.vibration) tremble('waiting')
  }
  return (
    <>
      <button
        type="button"
        popoverTarget="bell-menu"
        aria-label={text.bell.name}
        data-quiet={!choice.sound || undefined}
        className={`${look} border-ink! bg-ink! text-paper data-quiet:bg-card! data-quiet:text-ink`}
      >
        <BoardIcon name="bell" className="size-5" />
      </button>
      <div
        id="bell-menu"
        popover="auto"
        className="fixed top-16 right-2 left-auto m-0 w-80 max-w-[calc(100vw-1rem)] rounded-2xl border border-edge bg-raised p-4 text-ink floating supports-[position-area:bottom]:inset-auto supports-[position-area:bottom]:mt-1 supports-[position-area:bottom]:[position-area:bottom_span-left]"
      >
        <fieldset className="grid gap-1">
          <legend className="pb-1 font-bold">{text.bell.title}</legend>
          {kinds.map((kind) => (
            <label key={kind} className="flex min-h-11 items-center gap-3">
              <input
                type="checkbox"
                className="size-5 accent-ink"
                checked={choice[kind]}
                onChange={(event) => change({ ...choice, [kind]: event.target.checked })}
              />
              {text.bell[kind]}
            </label>
          ))}
        </fieldset>
        <p className="py-2 text-sm text-soft">{text.bell.plain}</p>
        <div className="flex justify-between gap-2">
          <Button onClick={tryIt}>{text.bell.test}</Button>
          <Button onClick={onEnd}>{text.bell.end}</Button>
        </div>
      </div>
    </>
  )
}
