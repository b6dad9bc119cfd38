import 'server-only'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { pagesOf, sheets } from '#contract/sheet-layout.ts'
import { drawCard, POINTS, type Card, type Printing } from './draw-card.ts'
import { shippedFonts } from './fonts.ts'

/**
 * The sheets of many codes as one PDF. The writer and the fonts are loaded when somebody prints and not before, since
 * they take some 40 MB. No name goes into the file's own description.
 */
export async function sheetPdf(codes: readonly Card[], printing: Printing): Promise<Buffer> {
  const { default: PdfDocument } = await import('pdfkit')
  const fonts = await shippedFonts()
  const { page } = sheets[printing.layout]
  const document = new PdfDocument({
    size: [page.width * POINTS, page.height * POINTS],
    margin: 0,
    autoFirstPage: false,
    lang: 'en',
    info: { Title: 'Table codes', Creator: 'Spotboard' },
  })
  const chunks: Uint8Array[] = []
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    document.once('end', resolve)
    document.once('error', reject)
  })
  for (const weight of ['plain', 'bold'] as const) document.registerFont(weight, fonts[weight].font)
  for (const cards of pagesOf(printing.layout, codes)) {
    document.addPage()
    for (const { card, x, y } of cards) {
      document.save().translate(x * POINTS, y * POINTS)
      drawCard(document, fonts, card, printing)
      document.restore()
    }
    // A large sheet takes seconds on a small machine, and the floor goes on meanwhile.
    await nextTurn()
  }
  document.end()
  await ended
  return Buffer.concat(chunks)
}
