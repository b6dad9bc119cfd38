'use client'
'use no memo'

import { useLayoutEffect, useRef } from 'react'
import type { MouseEvent } from 'react'

const SETTLE_MS = 400

/**
 * Nothing may change place under a finger: where things moved within 400 ms before a tap, the tap is ignored.
 * `places` names what stands where; joining at the end moves nothing, and neither does a change of `scope`, which is
 * the person's own doing (another filter). Put the answer on `onClickCapture`.
 */
export function useSteadyTap(places: readonly string[], scope = '') {
  const before = useRef({ places, scope })
  const movedAt = useRef(-Infinity)

  useLayoutEffect(() => {
    const { places: earlier, scope: earlierScope } = before.current
    before.current = { places, scope }
    const hasMoved = earlier.some(
      (place, index) => index < places.length && places[index] !== place,
    )
    if (hasMoved && scope === earlierScope) movedAt.current = performance.now()
  }, [places, scope])

  return (event: MouseEvent) => {
    const isByKeyboard = event.detail === 0
    if (isByKeyboard || event.timeStamp - movedAt.current > SETTLE_MS) return
    event.preventDefault()
    event.stopPropagation()
  }
}
