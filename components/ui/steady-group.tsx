'use client'

import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'

const SETTLE_MS = 400

/**
 * Controls that appeared or moved less than 400 ms ago take no tap, so that a finger on its way to one button never
 * meets another (Confirm where Change was). `shape` says what stands where. The keyboard is not held up, since its
 * focus moves with the control.
 */
export function SteadyGroup({
  shape,
  className = '',
  children,
}: {
  shape: string
  className?: string
  children: ReactNode
}) {
  const isSteady = useIsSteady(shape)
  return (
    <fieldset
      className={`min-w-0 ${className}`}
      aria-disabled={!isSteady || undefined}
      onClickCapture={(event) => {
        if (isSteady || event.detail === 0) return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      {children}
    </fieldset>
  )
}

/** Whether what stands on screen has kept its shape for 400 ms. */
export function useIsSteady(shape: string): boolean {
  const [settledShape, setSettledShape] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setSettledShape(shape), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [shape])
  return settledShape === shape
}
