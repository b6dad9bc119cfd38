import type { CSSProperties } from 'react'

declare module 'react' {
  interface CSSProperties {
    /** The width of the sheet in millimetres, a bare number. */
    '--page'?: number
  }
}

/** Where something stands on a sheet, from millimetres. */
export function placed({
  x,
  y,
  width,
  height,
}: {
  x?: number
  y?: number
  width: number
  height: number
}): CSSProperties {
  return {
    width: paper(width),
    height: paper(height),
    ...(x !== undefined && { left: paper(x) }),
    ...(y !== undefined && { top: paper(y) }),
  }
}

/** A size of letters on paper, from points. */
export function lettered(points: number): string {
  return paper((points * 25.4) / 72)
}

function paper(millimetres: number): string {
  return `calc(var(--mm) * ${millimetres})`
}
