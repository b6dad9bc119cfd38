import { readFileSync } from 'node:fs'
import { address } from '#contract/address.ts'
import { defaultSheetChoice } from '#contract/code-sheet.ts'
import { codeOfTable } from '#contract/table-code.ts'
import { DOT } from './http/calls.ts'
import { names, openCodes, someTables } from './people/coded-tables.ts'
import { looksOf, misfits, namelessControls } from './people/looks.ts'
import {
  codeIn,
  codesOnSheet,
  pagesOfPdf,
  pictureOfScreenshot,
  PRINT_DPI,
} from './people/sheet-pictures.ts'
import { expect, testUncounted } from './people/test.ts'

const test = testUncounted()

test('a sheet is chosen and remembered, with a logo beside each code and the words of practice', async ({
  managerPage: page,
}) => {
  const tables = await someTables(page)
  await page.getByRole('button', { name: /your account$/ }).click()
  await page.getByRole('link', { name: 'Tables', exact: true }).click()
  await page.getByRole('link', { name: 'QR codes' }).click()
  const sheet = page.getByRole('region', { name: 'Sheet 1 of 1' })
  await expect(sheet.getByRole('img', { name: /^Code of / })).toHaveCount(tables.length)
  await expect(sheet.getByText('Practice: no real money')).toHaveCount(tables.length)
  for (const name of names)
    await expect(sheet.getByText(name, { exact: true }).first()).toBeVisible()

  await page.getByRole('button', { name: 'Lithuanian' }).click()
  await page.getByRole('button', { name: 'Polish' }).click()
  await expect(page.getByRole('button', { name: 'German' })).toBeDisabled()
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Web address' }).click()
  await page.getByRole('button', { name: 'Stickers' }).click()
  await expect(sheet.getByText('Zeskanuj i zapłać')).toHaveCount(tables.length)
  await expect(sheet.getByText('Scan to pay')).toHaveCount(0)
  await page.getByRole('button', { name: 'Remember for next time' }).click()
  await expect(page.getByText('Remembered.')).toBeVisible()

  await page
    .getByLabel('Logo')
    .locator('input')
    .setInputFiles({
      name: 'logo.png',
      mimeType: 'image/png',
      buffer: Buffer.from(DOT, 'base64'),
    })
  await expect(page.getByRole('img', { name: 'Your logo' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Stickers' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(page.getByRole('img', { name: 'Your logo' })).toBeVisible()

  const [table] = tables
  const download = page.waitForEvent('download')
  await page.getByText('Which tables').click()
  await page.getByRole('button', { name: 'None' }).click()
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeDisabled()
  await expect(page.getByRole('link', { name: 'Download PDF' })).toBeHidden()
  await page
    .getByRole('checkbox', { name: table?.name ?? '', exact: true })
    .first()
    .check()
  await page.getByRole('link', { name: 'Download PDF' }).click()
  expect((await download).suggestedFilename()).toBe('table-codes.pdf')
  const [printed] = await pagesOfPdf(readFileSync(await (await download).path()), PRINT_DPI)
  if (!printed || !table) throw new Error('nothing was printed')
  expect(codesOnSheet(printed, 'stickers', 2)).toEqual([codeOfTable(table, 'wrapped'), null])

  await page.getByRole('button', { name: 'Remove the logo' }).click()
  await expect(page.getByRole('img', { name: 'Your logo' })).toBeHidden()
})

test('a picture that is none is refused in words, and nothing is kept', async ({
  managerPage: page,
}) => {
  await someTables(page)
  await page.goto('/tables/codes')
  await page
    .getByLabel('Logo')
    .locator('input')
    .setInputFiles({
      name: 'logo.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      ),
    })
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(
    'This is no PNG or JPEG picture that can be read.',
  )
  await expect(page.getByRole('img', { name: 'Your logo' })).toBeHidden()
})

test('one code as SVG and as PNG says its table, under the name of the table', async ({
  managerPage: page,
}) => {
  const tables = await someTables(page)
  const choice = { ...defaultSheetChoice, form: 'bare' as const }
  const saved = await page.request.put(address.codes, {
    headers: { origin: new URL(page.url()).origin },
    data: choice,
  })
  expect(saved.status()).toBe(200)
  const aside = await page.context().newPage()
  for (const table of tables.slice(0, 2)) {
    for (const [kind, path] of [
      ['svg', address.codeAsSvg(table.id)],
      ['png', address.codeAsPng(table.id)],
    ] as const) {
      const answer = await page.request.get(path)
      const { 'content-type': type = '', 'content-disposition': name } = answer.headers()
      expect(type).toBe({ svg: 'image/svg+xml', png: 'image/png' }[kind])
      expect(name).toContain(`filename*=UTF-8''code-`)
      const source = `data:${type};base64,${(await answer.body()).toString('base64')}`
      await aside.setContent(`<img src="${source}" style="width: 300px">`)
      const picture = pictureOfScreenshot(await aside.locator('img').screenshot())
      expect(codeIn(picture)).toBe(codeOfTable(table))
    }
  }
})

test('codes are for those who may edit tables', async ({ staffPage: page }) => {
  await page.goto('/tables/codes')
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  for (const path of [
    address.codes,
    address.codesPdf,
    address.codeAsSvg('x'),
    address.codeAsPng('x'),
  ]) {
    expect((await page.request.get(path)).status()).toBe(403)
  }
})

for (const [width, height] of [
  [360, 740],
  [800, 1100],
  [1280, 800],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the page for codes fits ${width} px, ${colorScheme}, and every control has a name`, async ({
      managerPage,
      pageOf,
    }) => {
      const tables = await someTables(managerPage)
      const page = await pageOf('manager', { viewport: { width, height }, colorScheme })
      await openCodes(page, 'tents', tables)
      await page.getByText('Which tables').click()
      expect(await misfits(page)).toEqual([])
      expect(await namelessControls(page)).toEqual([])
      expect((await looksOf(page)).faint).toEqual([])
    })
  }
}
