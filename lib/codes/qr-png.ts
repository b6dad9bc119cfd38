import 'server-only'
import { codeMatrix } from './code-matrix.ts'
import { oneBitPng } from './one-bit-png.ts'
import { practiceStamp } from './practice-stamp.ts'

/** Enough for a print of 85 mm at 300 dots an inch. */
const LEAST_WIDTH_PX = 1000

/** The same as a picture of pixels, for programs that take no SVG; each module is a whole number of pixels. */
export function qrPng(text: string, { isStamped = false } = {}): Buffer {
  const matrix = codeMatrix(text)
  const field = Math.ceil(LEAST_WIDTH_PX / matrix.length)
  const width = matrix.length * field
  const stamp = isStamped ? practiceStamp() : []
  const stampWidth = stamp[0]?.length ?? 0
  const dot = stampWidth > 0 ? Math.floor((width - 2 * field) / stampWidth) : 0
  const left = Math.floor((width - stampWidth * dot) / 2)
  return oneBitPng({ width, height: width + stamp.length * dot }, (x, y) =>
    y < width
      ? matrix[Math.floor(y / field)]?.[Math.floor(x / field)] === true
      : stamp[Math.floor((y - width) / dot)]?.[Math.floor((x - left) / dot)] === true,
  )
}
