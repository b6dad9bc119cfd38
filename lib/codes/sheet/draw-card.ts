import 'server-only'
import type { Logo } from '#contract/code-sheet.ts'
import { darkRuns, type DarkFields } from '#contract/dark-path.ts'
import { payLines, PRACTICE_WORDS, type PayLanguage } from '#contract/printed-words.ts'
import { sheets, type Face, type SheetLayout } from '#contract/sheet-layout.ts'
import { drawableText, linesOf, runsLeftward, visualRuns } from './set-words.ts'
import type { ShippedFont, Weight } from './fonts.ts'

/** So many points are a millimetre. */
export const POINTS = 72 / 25.4
const LINE_HEIGHT = 1.2
/** Between the parts of the words, in points. */
const GAP = 3
const HAIRLINE = 0.4
/** The writer shapes and keeps words one by one, except for a text with features of its own, be they none. */
const asOne: { features: PDFKit.Mixins.OpenTypeFeatures[] } = { features: [] }

export interface Card {
  name: string
  area: string | null
  matrix: DarkFields
}

/** How all cards of a print look. */
export interface Printing {
  layout: SheetLayout
  languages: readonly PayLanguage[]
  logo: Logo | null
  isPractice: boolean
}

type Fonts = Record<Weight, ShippedFont>

/** A line of words, or the logo, with the height that it takes. */
interface Part {
  height: number
  draw: (x: number, y: number) => void
}

/** One card with all its faces and the lines to cut and fold it by; the corner of the card is the origin. */
export function drawCard(
  document: PDFKit.PDFDocument,
  fonts: Fonts,
  card: Card,
  printing: Printing,
): void {
  const { first, faces, isCut } = sheets[printing.layout]
  if (isCut) {
    document.lineWidth(HAIRLINE).dash(2, { space: 3 }).strokeColor('#999')
    document.rect(0, 0, first.width * POINTS, first.height * POINTS).stroke()
    for (const { y } of faces.slice(1)) {
      document
        .moveTo(0, y * POINTS)
        .lineTo(first.width * POINTS, y * POINTS)
        .stroke()
    }
    document.undash()
  }
  const parts = partsOf(document, fonts, card, printing)
  for (const face of faces) {
    document.save().translate(face.x * POINTS, face.y * POINTS)
    if (face.isTurned) document.translate(face.width * POINTS, face.height * POINTS).rotate(180)
    drawFace(document, card.matrix, { face, parts })
    document.restore()
  }
}

function drawFace(
  document: PDFKit.PDFDocument,
  matrix: DarkFields,
  { face: { code, words }, parts }: { face: Face; parts: readonly Part[] },
): void {
  document
    .save()
    .translate(code.x * POINTS, code.y * POINTS)
    .scale((code.width * POINTS) / matrix.length)
  // One path for all of them: stretches that were filled one by one could show hairlines of light between them.
  for (const { x, y, width } of darkRuns(matrix)) document.rect(x, y, width, 1)
  document.fill('#000').restore()
  const height = parts.reduce((sum, part) => sum + part.height + GAP, -GAP)
  let y = words.y * POINTS + Math.max(0, (words.height * POINTS - height) / 2)
  for (const part of parts) {
    part.draw(words.x * POINTS, y)
    y += part.height + GAP
  }
}

/** What stands beside the code, from top to bottom. */
function partsOf(
  document: PDFKit.PDFDocument,
  fonts: Fonts,
  card: Card,
  printing: Printing,
): Part[] {
  const { lettering, logoHeight, faces } = sheets[printing.layout]
  // All faces of a card are alike.
  const width = (faces[0]?.words.width ?? 0) * POINTS
  const set = (text: string, of: keyof typeof lettering, weight: Weight): Part => {
    const { points, lines: most } = lettering[of]
    const widthOf = (part: string) =>
      document.font(weight).fontSize(points).widthOfString(part, shapingOf(part))
    const lines = linesOf(drawableText(text, fonts[weight].draws), { width, most }, widthOf)
    const lineHeight = points * LINE_HEIGHT
    return {
      height: lines.length * lineHeight,
      draw: (x, y) => {
        document.font(weight).fontSize(points).fillColor('#000')
        for (const [index, line] of lines.entries()) {
          let left = x
          for (const run of visualRuns(line)) {
            document.text(run, left, y + index * lineHeight, {
              lineBreak: false,
              ...shapingOf(run),
            })
            left += widthOf(run)
          }
        }
      },
    }
  }
  return [
    ...(printing.logo
      ? [logoPart(document, printing.logo, { width, height: logoHeight * POINTS })]
      : []),
    set(card.name, 'name', 'bold'),
    ...(card.area === null ? [] : [set(card.area, 'area', 'plain')]),
    ...printing.languages.map((language) => set(payLines[language], 'line', 'plain')),
    ...(printing.isPractice ? [set(PRACTICE_WORDS, 'practice', 'bold')] : []),
  ]
}

/** Words of a script that runs from right to left change places when they are shaped one by one. */
function shapingOf(text: string) {
  return runsLeftward(text) ? asOne : {}
}

/** Beside the code, never on it: what covers modules makes a code unreadable sooner. */
function logoPart(
  document: PDFKit.PDFDocument,
  { type, content }: Logo,
  size: { width: number; height: number },
): Part {
  return {
    height: size.height,
    // The writer keeps one picture for all cards, since the text of its address is the same.
    draw: (x, y) =>
      document.image(`data:${type};base64,${content}`, x, y, { fit: [size.width, size.height] }),
  }
}
