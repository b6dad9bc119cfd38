'use client'

import { useSyncExternalStore } from 'react'
import { floorAddress } from '#contract/floor-address.ts'
import type { View } from '#contract/view.ts'
import { exchange } from '#components/http/send.ts'

const listeners = new Set<() => void>()
/** What this page was told to show since it was loaded. */
let changed: View | null = null
let saving: Promise<unknown> = Promise.resolve()

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** How this person wants to see the floor; `given` is what the server knew when it made the page. */
export function useView(given: View): View {
  return useSyncExternalStore(
    listen,
    () => changed ?? given,
    () => given,
  )
}

/**
 * Shows the floor in another way at once, and keeps that for this person's other devices. Where it cannot be kept it
 * holds on this page, which nobody has to be told.
 */
export function changeView(view: View): void {
  changed = view
  for (const tell of listeners) tell()
  const save = () => exchange(floorAddress.view, { method: 'PUT', body: view })
  saving = saving.then(save, save).catch(() => undefined)
}
