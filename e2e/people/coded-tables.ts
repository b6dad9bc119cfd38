import { expect, type Page } from '@playwright/test'
import { address } from '#contract/address.ts'
import type { SheetLayout } from '#contract/sheet-layout.ts'
import { Tables, type Table } from '#contract/table.ts'

const identifiers = [
  'T1',
  'TABLE 12',
  'table-7',
  'Žiemos sodas 3',
  '100%:2+1',
  'BAR 🍕',
  'A'.repeat(40),
]

/** Hostile ones among them (law 7). */
export const names = [
  'Staliukas prie lango ąčęėįšųūž',
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("x")&\'</svg>',
  '卓 שולחן 12 🍕',
  'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW',
]

/** Tables with these identifiers, whatever else the house has; the same ones for all tests of this house. */
export async function someTables(page: Page): Promise<Table[]> {
  await page.goto('/counter')
  const tables = Tables.parse(await (await page.request.get(address.tables)).json()).tables
  const missing = identifiers.filter((one) => !tables.some(({ identifier }) => identifier === one))
  if (missing.length === 0)
    return tables.filter(({ identifier }) => identifiers.includes(identifier))
  const answer = await page.request.post(address.tables, {
    headers: { origin: new URL(page.url()).origin },
    data: {
      tables: missing.map((identifier, index) => ({
        locationId: 3,
        identifier,
        seats: null,
        name: names[index % names.length],
        area: index % 2 === 0 ? 'Terasa' : null,
      })),
    },
  })
  expect(answer.status(), await answer.text()).toBe(200)
  return someTables(page)
}

const layoutWords = { cards: 'Cards', tents: 'Table tents', stickers: 'Stickers' }

/** Opens the page for printing with these tables, in this layout. */
export async function openCodes(
  page: Page,
  layout: SheetLayout,
  tables: readonly Table[],
): Promise<void> {
  await page.goto(`/tables/codes?tables=${tables.map(({ id }) => id).join(',')}`)
  await page.getByRole('button', { name: layoutWords[layout], exact: true }).click()
  await expect(page.getByRole('region', { name: /^Sheet 1 of / })).toBeVisible()
}
