'use client'

import { useEffect, useEffectEvent } from 'react'
import type { RefObject } from 'react'
import { codeReader } from './code-reader.ts'
import { isNewSighting, type Sighting } from './sighting.ts'

/** Between two looks, so that a slow device has time for the rest of the page. */
const PAUSE_MS = 120

/** Calls `onCode` once for each code that comes into the picture, one after the other. */
export function useCodeReading(
  video: RefObject<HTMLVideoElement | null>,
  isRunning: boolean,
  onCode: (code: string) => Promise<void>,
): void {
  const tell = useEffectEvent(onCode)

  useEffect(() => {
    if (!isRunning) return undefined
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let last: Sighting | null = null

    const begin = async (): Promise<void> => {
      const read = await codeReader()
      const look = async (): Promise<void> => {
        const element = video.current
        const text =
          element && element.readyState >= element.HAVE_CURRENT_DATA && (await read(element))
        if (isOver) return
        if (text) {
          const sighting = { text, atMs: performance.now() }
          // Nothing is read meanwhile, so that no code gets lost between two of them.
          if (isNewSighting(last, sighting)) await tell(text)
          if (isOver) return
          last = { text, atMs: performance.now() }
        }
        timer = setTimeout(() => void look(), PAUSE_MS)
      }
      await look()
    }
    void begin()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [isRunning, video])
}
