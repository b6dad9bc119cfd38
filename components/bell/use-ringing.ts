'use client'

import { useEffect, useEffectEvent, useRef } from 'react'
import { now, onTick } from '#components/clock/clock.ts'
import type { BellChoice } from '#components/bell/bell-choice.ts'
import { nothingRung, ringNow } from '#components/bell/ringing.ts'
import { play, tremble } from '#components/bell/tunes.ts'
import { presentNews } from '#components/floor/use-floor.ts'
import type { View } from '#contract/view.ts'

/** Rings with the clock for as long as the component stands. */
export function useRinging(sound: AudioContext, choice: BellChoice, view: View): void {
  const rung = useRef(nothingRung)
  const ring = useEffectEvent(() => {
    const next = ringNow(presentNews(), view, rung.current, now())
    rung.current = next.rung
    if (next.tune === null) return
    if (choice.sound) play(sound, next.tune)
    if (choice.vibration) tremble(next.tune)
  })

  useEffect(() => onTick(() => ring()), [])
}
