'use client'

import { useState } from 'react'
import type { PointerEvent } from 'react'

/**
 * Dragging a table's row by its handle, with a mouse, a pen or a finger. Whoever has none of them moves it by its
 * buttons. `onDrop` is told which row was left on which.
 */
export function useDrag(onDrop: (id: string, onto: string) => void) {
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const end = () => {
    setDragged(null)
    setOver(null)
  }
  return {
    dragged,
    over,
    handleOf: (id: string) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        setDragged(id)
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (dragged === id) setOver(tableAt(event.clientX, event.clientY))
      },
      onPointerUp: () => {
        if (dragged === id && over !== null && over !== id) onDrop(id, over)
        end()
      },
      onPointerCancel: end,
    }),
  }
}

export type Drag = ReturnType<typeof useDrag>

function tableAt(x: number, y: number): string | null {
  const row = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-table]')
  return row?.dataset['table'] ?? null
}
