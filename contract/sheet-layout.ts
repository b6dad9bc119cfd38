export const sheetLayouts = ['cards', 'tents', 'stickers'] as const
export type SheetLayout = (typeof sheetLayouts)[number]

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A side that guests look at: the code on the left, the words beside it. Boxes are within the face. */
export interface Face extends Box {
  /** Upside down on the sheet, since it stands upright once the sheet is folded. */
  isTurned: boolean
  code: Box
  words: Box
}

/** How large letters are, in points, and how many lines they may take. */
interface Lettering {
  points: number
  lines: number
}

interface Sheet {
  page: { width: number; height: number }
  columns: number
  rows: number
  /** The first card, within the page; the others stand beside and below it without a gap. */
  first: Box
  faces: readonly Face[]
  /** Cut here, and fold between the faces; sheets of labels come cut. */
  isCut: boolean
  logoHeight: number
  lettering: Record<'name' | 'area' | 'line' | 'practice', Lettering>
}

const tent = { x: 0, width: 148.5, height: 105 }
const tentParts = {
  code: { x: 9, y: 13.5, width: 78, height: 78 },
  words: { x: 91, y: 9, width: 50, height: 87 },
}

/**
 * What a printed sheet looks like, in millimetres: cards to cut from A4, table tents that fold to A6 (two on an A4
 * sheet, read from both sides), and the common sheet of 24 labels, 70 by 37. The page on screen, its print and the PDF
 * draw from the same figures.
 */
export const sheets: Record<SheetLayout, Sheet> = {
  cards: {
    page: { width: 210, height: 297 },
    columns: 2,
    rows: 4,
    first: { x: 10, y: 10.5, width: 95, height: 69 },
    faces: [
      {
        isTurned: false,
        x: 0,
        y: 0,
        width: 95,
        height: 69,
        code: { x: 3, y: 9.5, width: 50, height: 50 },
        words: { x: 55, y: 4, width: 37, height: 61 },
      },
    ],
    isCut: true,
    logoHeight: 11,
    lettering: {
      name: { points: 15, lines: 3 },
      area: { points: 9, lines: 1 },
      line: { points: 8, lines: 1 },
      practice: { points: 7.5, lines: 2 },
    },
  },
  tents: {
    page: { width: 297, height: 210 },
    columns: 2,
    rows: 1,
    first: { x: 0, y: 0, width: 148.5, height: 210 },
    faces: [
      { isTurned: true, ...tent, y: 0, ...tentParts },
      { isTurned: false, ...tent, y: 105, ...tentParts },
    ],
    isCut: true,
    logoHeight: 18,
    lettering: {
      name: { points: 24, lines: 3 },
      area: { points: 13, lines: 1 },
      line: { points: 10.5, lines: 1 },
      practice: { points: 10, lines: 2 },
    },
  },
  stickers: {
    page: { width: 210, height: 297 },
    columns: 3,
    rows: 8,
    first: { x: 0, y: 0.5, width: 70, height: 37 },
    faces: [
      {
        isTurned: false,
        x: 0,
        y: 0,
        width: 70,
        height: 37,
        code: { x: 3, y: 3, width: 31, height: 31 },
        words: { x: 35, y: 2, width: 32, height: 33 },
      },
    ],
    isCut: false,
    logoHeight: 4.5,
    lettering: {
      name: { points: 12, lines: 2 },
      area: { points: 6.5, lines: 1 },
      line: { points: 6.5, lines: 1 },
      practice: { points: 6, lines: 2 },
    },
  },
}

/** Which cards stand on which page: as many pages as it takes, each with its cards and their places on it. */
export function pagesOf<Card>(layout: SheetLayout, cards: readonly Card[]) {
  const { columns, rows, first } = sheets[layout]
  const pages: { card: Card; x: number; y: number }[][] = []
  for (const [index, card] of cards.entries()) {
    const onPage = index % (columns * rows)
    if (onPage === 0) pages.push([])
    pages.at(-1)?.push({
      card,
      x: first.x + (onPage % columns) * first.width,
      y: first.y + Math.floor(onPage / columns) * first.height,
    })
  }
  return pages
}

/** Below this a phone has to come close, and a worn print is soon unreadable; in millimetres. */
const FINE_MODULE = 0.4

/** Whether a code of so many modules, quiet zone included, is too fine to be read well in this layout. */
export function isFine(layout: SheetLayout, modules: number): boolean {
  return sheets[layout].faces.some(({ code }) => code.width / modules < FINE_MODULE)
}
