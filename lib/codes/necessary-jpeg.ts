import 'server-only'
import { LONGEST_LOGO_SIDE_PX } from '#contract/code-sheet.ts'

const START = 0xffd8
const END = Buffer.from([0xff, 0xd9])
const SCAN = 0xda
/** Frames that every reader of PDF knows: baseline, extended and progressive. */
const frames = new Set([0xc0, 0xc1, 0xc2])
/** Says how the colours are written, the one remark of a program that changes what is seen. */
const ADOBE = 0xee
/** Where places, cameras, thumbnails and comments are written down. */
const isRemark = (marker: number) =>
  (marker >= 0xe0 && marker <= 0xef && marker !== ADOBE) || marker === 0xfe

/** A JPEG (ITU T.81) without remarks; null for what is none, is larger than a logo may be, or is in colours of print. */
export function necessaryJpeg(bytes: Buffer): Buffer | null {
  const last = bytes.lastIndexOf(END)
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== START || last < 0) return null
  const parts = [bytes.subarray(0, 2)]
  let hasFrame = false
  let at = 2
  while (at + 4 <= last) {
    const marker = bytes[at + 1] ?? 0
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (bytes[at] !== 0xff || end <= at + 3 || end > last) return null
    if (frames.has(marker)) {
      if (hasFrame || !isShowable(bytes.subarray(at + 4, end))) return null
      hasFrame = true
    }
    // Behind the head of the first scan come its pixels, and everything to the end belongs to them.
    if (marker === SCAN) {
      return hasFrame ? Buffer.concat([...parts, bytes.subarray(at, last + END.length)]) : null
    }
    if (!isRemark(marker)) parts.push(bytes.subarray(at, end))
    at = end
  }
  return null
}

function isShowable(frame: Buffer): boolean {
  if (frame.length < 6) return false
  const [height, width, components] = [frame.readUInt16BE(1), frame.readUInt16BE(3), frame[5]]
  const isSmall = Math.max(width, height) <= LONGEST_LOGO_SIDE_PX && Math.min(width, height) > 0
  return isSmall && frame[0] === 8 && (components === 1 || components === 3)
}
