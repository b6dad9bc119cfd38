import { inflateSync } from 'node:zlib'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import jsQR from 'jsqr'
import { sheets, type Box, type SheetLayout } from '#contract/sheet-layout.ts'

/** Pixels of four bytes, row after row. */
export interface Picture {
  width: number
  height: number
  pixels: Uint8Array | Uint8ClampedArray
}

/** What a good printer puts on paper, and the same sheet at 30 % of its size. */
export const PRINT_DPI = 300
export const SMALL_DPI = 0.3 * PRINT_DPI
/** A screen with two dots for one, which paints a sheet in a third of the time. */
export const SCREEN_DPI = 192

/** The pages of a PDF as the engine of Chrome's own viewer paints them. */
export async function pagesOfPdf(pdf: Buffer, dotsPerInch: number): Promise<Picture[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const pictures: Picture[] = []
  for (const page of document.pages()) {
    const { width, height, data } = await page.render({ scale: dotsPerInch / 72, render: 'bitmap' })
    pictures.push({ width, height, pixels: Uint8Array.from(data) })
  }
  document.destroy()
  library.destroy()
  return pictures
}

/** What a scanner reads in each code of a sheet, card after card, both sides of a tent; null where it reads nothing. */
export function codesOnSheet(
  sheet: Picture,
  layout: SheetLayout,
  cards: number,
): (string | null)[] {
  const { page, columns, first, faces } = sheets[layout]
  const dots = sheet.width / page.width
  return Array.from({ length: cards }, (_, card) =>
    faces.map((face) => {
      const { code } = face
      const inFace = face.isTurned
        ? { x: face.width - code.x - code.width, y: face.height - code.y - code.height }
        : code
      return decode(sheet, dots, {
        ...code,
        x: first.x + (card % columns) * first.width + face.x + inFace.x,
        y: first.y + Math.floor(card / columns) * first.height + face.y + inFace.y,
      })
    }),
  ).flat()
}

function decode(sheet: Picture, dots: number, box: Box): string | null {
  const side = Math.floor(box.width * dots)
  return codeIn(cut(sheet, { x: Math.floor(box.x * dots), y: Math.floor(box.y * dots), side }))
}

/** Pixels that a look leaves out on each side. A camera looks many times; the decoder misses a code now and then. */
const LOOKS = [0, 1, 3]

/** What a scanner reads in a picture of one code; null where it reads nothing. */
export function codeIn(picture: Picture): string | null {
  for (const inset of LOOKS) {
    const side = Math.min(picture.width, picture.height) - 2 * inset
    const { pixels } = cut(picture, { x: inset, y: inset, side })
    const code = jsQR(pixels, side, side, { inversionAttempts: 'dontInvert' })
    if (code) return code.data
  }
  return null
}

function cut(
  { width, pixels }: Picture,
  { x, y, side }: { x: number; y: number; side: number },
): Picture & { pixels: Uint8ClampedArray } {
  const part = new Uint8ClampedArray(side * side * 4)
  for (let row = 0; row < side; row += 1) {
    const from = ((y + row) * width + x) * 4
    part.set(pixels.subarray(from, from + side * 4), row * side * 4)
  }
  return { width: side, height: side, pixels: part }
}

/** The pixels of a screenshot: eight bits of red, green and blue, with or without alpha (ISO/IEC 15948). */
export function pictureOfScreenshot(png: Buffer): Picture {
  const [width, height, channels] = [
    png.readUInt32BE(16),
    png.readUInt32BE(20),
    png[25] === 6 ? 4 : 3,
  ]
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) !== 'IDAT') continue
    parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const rows = inflateSync(Buffer.concat(parts))
  const pixels = new Uint8Array(width * height * 4).fill(255)
  let above = new Uint8Array(width * channels)
  for (let y = 0; y < height; y += 1) {
    const start = y * (width * channels + 1)
    const row = unfiltered(rows.subarray(start + 1, start + 1 + width * channels), {
      filter: rows[start] ?? 0,
      above,
      channels,
    })
    for (let x = 0; x < width; x += 1) {
      pixels.set(row.subarray(x * channels, x * channels + 3), (y * width + x) * 4)
    }
    above = row
  }
  return { width, height, pixels }
}

function unfiltered(
  row: Uint8Array,
  { filter, above, channels }: { filter: number; above: Uint8Array; channels: number },
): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(row.length)
  for (let at = 0; at < row.length; at += 1) {
    const left = result[at - channels] ?? 0
    const up = above[at] ?? 0
    const corner = at < channels ? 0 : (above[at - channels] ?? 0)
    const predicted = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter] ?? 0
    result[at] = (row[at] ?? 0) + predicted
  }
  return result
}

/** The predictor of Paeth. */
function nearest(left: number, up: number, corner: number): number {
  const estimate = left + up - corner
  const [toLeft, toUp, toCorner] = [left, up, corner].map((one) => Math.abs(estimate - one))
  if ((toLeft ?? 0) <= (toUp ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left
  return (toUp ?? 0) <= (toCorner ?? 0) ? up : corner
}
