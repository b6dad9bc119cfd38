import type { Page } from '@playwright/test'
import { cameraOf, discardFilm, makeFilm } from './people/camera-film.ts'
import { bringReader, camerasOf, refuseCamera, setSeen, watchCameras } from './people/cameras.ts'
import { inNewsTime, tile } from './people/staff.ts'
import { expect, test } from './people/test.ts'

const hostile = '<img src=x onerror=alert(1)> \u202eTABLE'
/** By this name the product is reached over plain HTTP as from another device. */
const name = 'spot.test'
const phone = { width: 390, height: 844 }

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const film = makeFilm([hostile, 'PAYSERA*3:TABLE7'], 3)
    const { args = [], ...others } = launchOptions
    const map = `--host-resolver-rules=MAP ${name} 127.0.0.1`
    await use({ ...others, args: [...args, map, ...cameraOf(film)] })
    discardFilm(film)
  },
})

const scanLink = (page: Page) => page.getByRole('link', { name: 'Scan a table’s code' })
const numberField = (page: Page) => page.getByLabel('Or type its name or number')
const opened = (page: Page, table: string) =>
  expect(page.getByRole('heading', { level: 1, name: table, exact: true })).toBeVisible(inNewsTime)

for (const [where, viewport] of [
  ['a phone', phone],
  ['a tablet', { width: 1280, height: 800 }],
] as const) {
  test(`on ${where} a table's code before the camera opens the table, and no other code does`, async ({
    pageOf,
    sandbox,
  }) => {
    const page = await pageOf('staff', { viewport })
    await sandbox.scan('guest', 'TABLE7')
    await watchCameras(page)
    await page.goto('/')
    await expect(tile(page, 'TABLE7', 'Waiting')).toBeVisible(inNewsTime)
    await scanLink(page).click()

    const refusal = page.getByRole('alert').filter({ hasText: 'Not one of our codes' })
    await expect(refusal).toContainText('<img src=x onerror=alert(1)> ⟪202E⟫TABLE', inNewsTime)
    await opened(page, 'TABLE7')
    expect(new URL(page.url()).pathname).toMatch(/^\/spots\/\d+$/)
    await expect.poll(() => camerasOf(page)).toEqual(['ended'])

    await page.goBack()
    await expect(tile(page, 'TABLE7', 'Waiting')).toBeVisible()
  })
}

test('a page out of sight leaves the camera alone, and takes it again when it is seen', async ({
  staffPage: page,
}) => {
  await bringReader(page, '')
  await watchCameras(page)
  await page.goto('/scan')
  await expect(page.getByText('Looking for a code…')).toBeVisible(inNewsTime)
  await setSeen(page, false)
  await expect.poll(() => camerasOf(page)).toEqual(['ended'])
  await setSeen(page, true)
  await expect(page.getByText('Looking for a code…')).toBeVisible()
  expect(await camerasOf(page)).toEqual(['ended', 'live'])
})

test('a browser that reads codes by itself is asked first, and one that cannot after all is no loss', async ({
  pageOf,
  sandbox,
}) => {
  await sandbox.scan('ona', 'TABLE6')
  await sandbox.scan('guest', 'TABLE7')
  for (const [code, table] of [
    ['https://paysera.com/app?qr=PAYSERA*3%3Atable6', 'TABLE6'],
    [null, 'TABLE7'],
  ] as const) {
    const page = await pageOf('staff')
    await bringReader(page, code)
    await page.goto('/')
    await expect(tile(page, table)).toBeVisible(inNewsTime)
    await scanLink(page).click()
    await opened(page, table)
  }
})

for (const [error, words] of [
  ['NotAllowedError', 'Spotboard may not use the camera'],
  ['NotFoundError', 'This device has no camera'],
  ['NotReadableError', 'Something else uses the camera'],
  ['TypeError', 'The camera does not start'],
] as const) {
  test(`where the browser says ${error}, the page says it in plain words and takes a number`, async ({
    pageOf,
    sandbox,
  }) => {
    const page = await pageOf('staff', { viewport: phone })
    await sandbox.scan('guest', 'TABLE5')
    await refuseCamera(page, error)
    await page.goto('/')
    await expect(tile(page, 'TABLE5')).toBeVisible(inNewsTime)
    await scanLink(page).click()
    const notice = page.getByRole('alert').filter({ hasText: words })
    await expect(notice).toContainText('number')
    await notice.getByRole('button', { name: 'Try again' }).click()
    await expect(notice).toBeVisible()

    await numberField(page).fill('99')
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await expect(page.getByText('No table matches.')).toBeVisible()
    await numberField(page).fill('5')
    await numberField(page).press('Enter')
    await opened(page, 'TABLE5')
  })
}

test('over plain HTTP the page says why there is no camera, and takes what the code says', async ({
  browser,
  baseURL,
  sandbox,
}) => {
  await sandbox.scan('guest', 'TABLE4')
  const context = await browser.newContext({ baseURL: String(baseURL).replace('127.0.0.1', name) })
  const page = await context.newPage()
  await page.goto('/sign-in?to=%2Fscan')
  await page.getByRole('button', { name: 'Fill in as staff' }).click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  const notice = page.getByRole('alert').filter({ hasText: 'The camera needs an encrypted' })
  await expect(notice).toContainText('came over plain HTTP')
  await expect(notice.getByRole('button')).toHaveCount(0)
  await page.goto('/')
  await expect(tile(page, 'TABLE4')).toBeVisible(inNewsTime)
  await scanLink(page).click()
  await numberField(page).fill(' PAYSERA*3:TABLE4')
  await numberField(page).press('Enter')
  await opened(page, 'TABLE4')
  await context.close()
})
