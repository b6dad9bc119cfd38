import type { Page } from '@playwright/test'
import { address } from '#contract/address.ts'
import { defaultSheetChoice, pdfAddress, type SheetChoice } from '#contract/code-sheet.ts'
import { pagesOf, sheetLayouts, type SheetLayout } from '#contract/sheet-layout.ts'
import { codeForms, codeOfTable, type CodeForm } from '#contract/table-code.ts'
import type { Table } from '#contract/table.ts'
import { openCodes, someTables } from './people/coded-tables.ts'
import {
  codesOnSheet,
  pagesOfPdf,
  pictureOfScreenshot,
  PRINT_DPI,
  SCREEN_DPI,
  SMALL_DPI,
  type Picture,
} from './people/sheet-pictures.ts'
import { expect, testUncounted } from './people/test.ts'

const test = testUncounted()

async function pdfOf(page: Page, choice: SheetChoice, tables: readonly Table[]): Promise<Buffer> {
  const path = pdfAddress(
    address.codesPdf,
    choice,
    tables.map(({ id }) => id),
  )
  const answer = await page.request.get(path)
  expect(answer.status()).toBe(200)
  return answer.body()
}

/** What the codes of all sheets say, and what they have to say. */
function readAll(
  sheets: readonly Picture[],
  layout: SheetLayout,
  tables: readonly Table[],
  form: CodeForm,
) {
  const pages = pagesOf(layout, tables)
  const sides = layout === 'tents' ? 2 : 1
  return {
    said: sheets.map((sheet, index) => codesOnSheet(sheet, layout, pages[index]?.length ?? 0)),
    meant: pages.map((cards) =>
      cards.flatMap(({ card }) => Array.from({ length: sides }, () => codeOfTable(card, form))),
    ),
  }
}

for (const layout of sheetLayouts) {
  for (const form of codeForms) {
    test(`every code of the ${layout} in the PDF says its table (${form}), also at 30 % of its size`, async ({
      managerPage: page,
    }) => {
      const tables = await someTables(page)
      const pdf = await pdfOf(page, { ...defaultSheetChoice, layout, form }, tables)
      for (const dpi of [PRINT_DPI, SMALL_DPI]) {
        const { said, meant } = readAll(await pagesOfPdf(pdf, dpi), layout, tables, form)
        expect(said, `${dpi} dpi`).toEqual(meant)
      }
    })
  }

  test(`every code of the ${layout} that the page prints says its table, also at 30 % of its size`, async ({
    managerPage,
    pageOf,
  }) => {
    // More would only be more of the same large pictures.
    const tables = (await someTables(managerPage)).slice(0, layout === 'tents' ? 3 : undefined)
    for (const dpi of [SCREEN_DPI, SMALL_DPI]) {
      const page = await pageOf('manager', { deviceScaleFactor: dpi / 96 })
      await openCodes(page, layout, tables)
      await page.emulateMedia({ media: 'print' })
      const shown = await page.locator('.code-sheet').all()
      const pictures: Picture[] = []
      for (const one of shown) pictures.push(pictureOfScreenshot(await one.screenshot()))
      const { said, meant } = readAll(pictures, layout, tables, 'bare')
      expect(said, `${dpi} dpi`).toEqual(meant)

      const printed = await pagesOfPdf(await page.pdf({ preferCSSPageSize: true }), dpi)
      expect(printed.length).toBe(meant.length)
      expect(readAll(printed, layout, tables, 'bare').said, `printed, ${dpi} dpi`).toEqual(meant)
    }
  })
}
