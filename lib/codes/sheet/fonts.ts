import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Font } from 'fontkit'

declare global {
  // oxlint-disable-next-line typescript/no-namespace -- It is how the types of the writer are written.
  namespace PDFKit.Mixins {
    export interface PDFFont {
      /** A font that has been read already; the writer takes it since 0.20.0, its types are behind. */
      registerFont(name: string, font: Font): this
    }
  }
}

/** They ship with the app: Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew, Arabic and many signs (decision 0021). */
const files = { plain: 'DejaVuSansCondensed.ttf', bold: 'DejaVuSansCondensed-Bold.ttf' }
export type Weight = keyof typeof files

export interface ShippedFont {
  /** Read once, for whoever draws with it and for whoever asks what it can draw. */
  font: Font
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
    return { font, draws: (codePoint) => font.hasGlyphForCodePoint(codePoint) }
  }
  return { plain: load('plain'), bold: load('bold') }
}

function isSingle(font: object): font is Font {
  return 'hasGlyphForCodePoint' in font
}
