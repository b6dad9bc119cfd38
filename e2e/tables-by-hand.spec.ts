import { looksOf, misfits, namelessControls } from './people/looks.ts'
import { addSeries, namesIn, openRegister } from './people/register.ts'
import { expect, testUncounted } from './people/test.ts'

/** A house of its own: with its first table, whatever is in no register becomes a stranger. */
const test = testUncounted()

test('a file shows what it would do, says which line is wrong, and is imported', async ({
  managerPage: page,
}) => {
  await openRegister(page)
  await addSeries(page, 'F', 2, 'Files')
  await page.getByRole('button', { name: 'Import a file' }).click()
  const sheet = page.getByRole('dialog', { name: 'Import tables from a file' })
  const give = (content: string) =>
    sheet.locator('input[type=file]').setInputFiles({
      name: 'tables.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(content),
    })
  await give('identifier;name\r\nF1;Folder\r\nF3;=1+1\r\nf1;Twice\r\n')
  await expect(sheet.getByRole('alert').getByRole('listitem')).toHaveText([
    'Line 3 begins the name like a formula: “=1+1”. If that is meant, put an apostrophe before it.',
    'Line 4 is about the same table as line 2. Letter case makes no difference.',
  ])
  await give('identifier;name\r\nF1;Folder\r\nF2;F2\r\nF3;Fresh\r\n')
  await expect(sheet.getByText('1 new, 1 changed, 1 as they are')).toBeVisible()
  await expect(sheet.getByRole('listitem')).toHaveText([
    'Line 2F1changedName: F1 → Folder',
    'Line 4F3newName: Fresh',
  ])
  await sheet.getByRole('button', { name: 'Import 2 lines' }).click()
  await expect(page.getByText('Imported: 1 new, 1 changed.')).toBeVisible()
  await expect(namesIn(page, 'Files')).toHaveText(['FolderF1', 'F2'])
  const file = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Save as a file' }).click()
  expect((await file).suggestedFilename()).toBe('tables.csv')
})

test('by keyboard alone a table is added, moved and chosen; with a mouse it is dragged', async ({
  managerPage: page,
}) => {
  await openRegister(page)
  await addSeries(page, 'K', 3, 'Keys')
  await page.getByRole('button', { name: 'Add a table' }).press('Enter')
  await page.getByRole('textbox', { name: 'Code says' }).focus()
  await page.keyboard.type('K4')
  await page.getByRole('combobox', { name: 'Area' }).focus()
  await page.keyboard.type('Keys')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 table added.')).toBeVisible()
  const up = page.getByRole('button', { name: 'Move K4 up' })
  await up.focus()
  for (let place = 4; place > 1; place -= 1) await page.keyboard.press('Enter')
  await expect(namesIn(page, 'Keys')).toHaveText(['K4', 'K1', 'K2', 'K3'])
  await expect(up).toBeFocused()
  await page.reload()
  await expect(namesIn(page, 'Keys')).toHaveText(['K4', 'K1', 'K2', 'K3'])

  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  await row('K3').scrollIntoViewIfNeeded()
  const from = await row('K3').boundingBox()
  const to = await row('K1').boundingBox()
  if (!from || !to) throw new Error('a row is not on screen')
  await page.mouse.move(from.x + 24, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + 40, to.y + to.height / 2, { steps: 4 })
  await page.mouse.up()
  await expect(namesIn(page, 'Keys')).toHaveText(['K4', 'K3', 'K1', 'K2'])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`on a phone in ${colorScheme} colours nothing sticks out, and all of it can be read and hit`, async ({
    pageOf,
  }) => {
    const viewport = { width: 360, height: 640 }
    const page = await pageOf('manager', { viewport, colorScheme, hasTouch: true, isMobile: true })
    await openRegister(page)
    await addSeries(page, colorScheme === 'light' ? 'L' : 'D', 2, 'An area with quite a long name')
    const fits = async (): Promise<void> => {
      expect(await misfits(page)).toEqual([])
      expect(await namelessControls(page)).toEqual([])
      expect((await looksOf(page)).faint).toEqual([])
    }
    await fits()
    for (const opener of ['Add a table', 'Add a series', 'Import a file']) {
      await page.getByRole('button', { name: opener }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await fits()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
    }
  })
}
