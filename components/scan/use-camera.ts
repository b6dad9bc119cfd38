'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { RefObject } from 'react'
import { cameraTrouble, type CameraTrouble } from './camera-trouble.ts'

export type CameraState = 'starting' | 'on' | CameraTrouble

/**
 * Shows the camera's picture in a video element for as long as the component stands and the page is seen: a camera that
 * runs behind another page is nobody's wish.
 */
export function useCamera(video: RefObject<HTMLVideoElement | null>): CameraState {
  const [state, setState] = useState<CameraState>('starting')
  const isSeen = useSyncExternalStore(
    onVisibility,
    () => document.visibilityState === 'visible',
    () => false,
  )

  useEffect(() => {
    const element = video.current
    if (!isSeen || !element) return undefined
    const wish = new AbortController()
    void show(element, wish.signal, setState)
    return () => {
      wish.abort()
      setState('starting')
    }
  }, [isSeen, video])

  return state
}

async function show(
  element: HTMLVideoElement,
  wish: AbortSignal,
  say: (state: CameraState) => void,
): Promise<void> {
  // Browsers have no cameras at all for a page that came over plain HTTP.
  if (!window.isSecureContext) {
    say('unprotected')
    return
  }
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
    })
    const stop = () => {
      for (const track of stream.getTracks()) track.stop()
      element.srcObject = null
    }
    // The person may have gone on while the browser asked.
    if (wish.aborted) {
      stop()
      return
    }
    wish.addEventListener('abort', stop)
    for (const track of stream.getTracks()) {
      track.addEventListener('ended', () => {
        if (!wish.aborted) say('gone')
      })
    }
    element.srcObject = stream
    await element.play()
    if (!wish.aborted) say('on')
  } catch (error) {
    if (!wish.aborted) say(cameraTrouble(error))
  }
}

function onVisibility(listen: () => void): () => void {
  document.addEventListener('visibilitychange', listen)
  return () => document.removeEventListener('visibilitychange', listen)
}
