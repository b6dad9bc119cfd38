import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Font } from 'fontkit'

/** They ship with the app: Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew, Arabic and many signs (decision 0021). */
const files = { plain: 'DejaVuSansCondensed.ttf', bold: 'DejaVuSansCondensed-Bold.ttf' }
export type Weight = keyof typeof files

export interface ShippedFont {
  file: Buffer
  /** Whether it can draw this character. */
  draws: (codePoint: number) => boolean
}

/** Reads both weights, each time anew: a sheet is seldom printed, and a megabyte and a half need not lie there for it. */
export async function shippedFonts(): Promise<Record<Weight, ShippedFont>> {
  const { create } = await import('fontkit')
  const load = (weight: Weight): ShippedFont => {
    const file = readFileSync(
      join(process.cwd(), 'node_modules', 'dejavu-fonts-ttf', 'ttf', files[weight]),
    )
    const font = create(file)
    if (!isSingle(font)) throw new Error(`${files[weight]} holds several fonts.`)
    return { file, draws: (codePoint) => font.hasGlyphForCodePoint(codePoint) }
  }
  return { plain: load('plain'), bold: load('bold') }
}

function isSingle(font: object): font is Font {
  return 'hasGlyphForCodePoint' in font
}
