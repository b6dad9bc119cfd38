import assert from 'node:assert/strict'
import { test } from 'node:test'
import { constants, inflateSync } from 'node:zlib'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { payLanguages } from '#contract/printed-words.ts'
import { sheetLayouts } from '#contract/sheet-layout.ts'
import { codeMatrix } from '../code-matrix.ts'
import type { Card, Printing } from './draw-card.ts'
import { sheetPdf } from './sheet-pdf.ts'

const plain: Printing = { layout: 'cards', languages: ['lt', 'en'], logo: null, isPractice: false }

function cardOf(name: string, area: string | null = null): Card {
  return { name, area, matrix: codeMatrix('PAYSERA*3:T1') }
}

/** What stands in a PDF once its streams are unpacked, and how many pages its reader finds. */
async function opened(pdf: Buffer): Promise<{ pages: number; content: string }> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const pages = document.getPageCount()
  document.destroy()
  library.destroy()
  const streams = [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
  const content = streams.map(([, packed = '']) => {
    const bytes = Buffer.from(packed, 'latin1')
    if (bytes[0] !== 0x78) return packed
    // A stream may end in a byte that looks like the line end behind it.
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1')
  })
  return { pages, content: content.join('\n') }
}

test('500 tables make as many sheets as they need', async () => {
  const cards = Array.from({ length: 500 }, (_, index) => cardOf(`Table ${index + 1}`, 'Terasa'))
  const pages = { cards: 63, tents: 250, stickers: 21 }
  for (const layout of sheetLayouts) {
    assert.equal((await opened(await sheetPdf(cards, { ...plain, layout }))).pages, pages[layout])
  }
})

const hostile = [
  '<script>alert(1)</script>',
  ') Tj /JS (app.alert(1)) endstream endobj',
  '=HYPERLINK("http://evil.example")',
  'https://evil.example/%00',
  '\u202eELBAT\u0000',
  '__proto__ constructor toString',
  '卓🍕👩‍👩‍👧 שולחן 12 طاولة',
  'Ą\u0328\u0328\u0328',
  'x'.repeat(300),
  '🍕'.repeat(300),
  '⟪',
  ' ',
]

test('law 7: names stay words on the sheet, whatever they say', async () => {
  for (const layout of sheetLayouts) {
    const pdf = await sheetPdf(
      hostile.map((name) => cardOf(name, name)),
      { ...plain, layout, languages: payLanguages.slice(0, 3), isPractice: true },
    )
    const { pages, content } = await opened(pdf)
    assert.equal(pages, { cards: 2, tents: 6, stickers: 1 }[layout])
    const whole = pdf.toString('latin1') + content
    for (const word of ['/JS', '/JavaScript', '/URI', '/Annot', '/OpenAction', 'evil', 'ELBAT']) {
      assert.ok(!whole.includes(word), word)
    }
  }
})

const textsIn = ({ content }: { content: string }) => content.match(/\bTJ\b/g)?.length ?? 0

test('law 13: practice prints more than a real house', async () => {
  const cards = [cardOf('Table 1')]
  const real = await opened(await sheetPdf(cards, plain))
  const practice = await opened(await sheetPdf(cards, { ...plain, isPractice: true }))
  assert.equal(textsIn(practice), textsIn(real) + 1)
})
