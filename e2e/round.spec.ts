import { address } from '#contract/address.ts'
import { tableDraft } from './http/calls.ts'
import { cameraOf, discardFilm, makeFilm } from './people/camera-film.ts'
import { looksOf, misfits, namelessControls } from './people/looks.ts'
import { inNewsTime } from './people/staff.ts'
import { expect, testUncounted } from './people/test.ts'

const test = testUncounted()

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const codes = ['PAYSERA*3:FAKE 1', 'https://paysera.com/app?qr=PAYSERA*3%3ATABLE%207']
    const film = makeFilm(codes, 3)
    const { args = [], ...others } = launchOptions
    await use({ ...others, args: [...args, ...cameraOf(film)] })
    discardFilm(film)
  },
})

test('on a sticker round each code that matches is ticked, and what is missing is listed', async ({
  pageOf,
  product,
}) => {
  const page = await pageOf('manager', { viewport: { width: 390, height: 844 } })
  await page.goto('/tables/round')
  await expect(page.getByText('No tables are registered yet')).toBeVisible()
  const tables = [
    { ...tableDraft('TABLE 7', 'Window'), area: 'Inside' },
    { ...tableDraft('TABLE 8', 'Door'), area: 'Inside' },
    { ...tableDraft('TABLE 9', 'Tree'), area: 'Terrace' },
  ]
  const headers = { origin: product.baseURL }
  const added = await page.request.post(address.tables, { data: { tables }, headers })
  expect(added.status()).toBe(200)

  await page.reload()
  await page.getByRole('button', { name: 'Begin a round' }).click()
  await expect(page.getByText('0 of 3')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Still missing, Inside' })).toContainText('Door')
  await page.getByRole('button', { name: 'Scan with the camera' }).click()

  const unknown = page.getByRole('alert').filter({ hasText: 'Unregistered code: FAKE 1' })
  await expect(unknown).toBeVisible(inNewsTime)
  await expect(page.getByText('Window is ticked')).toBeVisible(inNewsTime)
  await expect(page.getByText('1 of 3')).toBeVisible()
  expect(await misfits(page)).toEqual([])
  expect(await namelessControls(page)).toEqual([])
  expect((await looksOf(page)).faint).toEqual([])
  await page.getByRole('button', { name: 'Stop the camera' }).click()

  const field = page.getByLabel('Or type what stands on the table')
  await field.fill('nothing')
  await field.press('Enter')
  await expect(page.getByText('Unregistered code: nothing')).toBeVisible()
  await field.fill('tree')
  await field.press('Enter')
  await expect(page.getByText('Tree is ticked')).toBeVisible()
  await expect(field).toHaveValue('')
  await expect(page.getByRole('region', { name: 'Still missing, Terrace' })).toHaveCount(0)

  await page.reload()
  await expect(page.getByText('2 of 3')).toBeVisible()
  await page.getByText('Ticked (2)').click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Tree' })).toContainText('by Rasa')
  await field.fill('PAYSERA*3:TABLE 8')
  await field.press('Enter')
  await expect(page.getByText('Every table is ticked')).toBeVisible()

  await page.getByRole('button', { name: 'Begin a new round' }).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText('3 of 3 tables are ticked')
  await sheet.getByRole('button', { name: 'Begin a new round' }).click()
  await expect(page.getByText('0 of 3')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Still missing, Terrace' })).toContainText(
    'last scanned',
  )
})

test('staff have no sticker round', async ({ staffPage: page }) => {
  await page.goto('/tables/round')
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
})
