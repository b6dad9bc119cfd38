import type { BrowserContext, Page, Request } from '@playwright/test'
import { address } from '#contract/address.ts'
import { openDoor, type Door } from './fixtures/door.ts'
import { banner, inNewsTime, tile } from './people/staff.ts'
import { expect, test as onProduct } from './people/test.ts'

/** As a house opens it from a tablet: by the name that the counter's machine has in the own network. */
const name = 'spot.test'
const TABS = 8

const test = onProduct.extend<{ door: Door }>({
  door: async ({ product }, use) => {
    const door = await openDoor(product.baseURL)
    await use(door)
    await door.close()
  },
  launchOptions: async ({ launchOptions }, use) => {
    const { args = [], ...others } = launchOptions
    await use({ ...others, args: [...args, `--host-resolver-rules=MAP ${name} 127.0.0.1`] })
  },
})

interface Tabs {
  pages: Page[]
  /** The tab that has the stream, as soon as one alone has it. */
  leader: () => Promise<Page>
}

/** Eight tabs of one browser, in which somebody has signed in. */
async function openTabs(context: BrowserContext, origin: string): Promise<Tabs> {
  const streams = new Set<Request>()
  context.on('request', (request) => {
    if (request.url().endsWith(address.floorStream)) streams.add(request)
  })
  context.on('requestfailed', (request) => streams.delete(request))
  context.on('requestfinished', (request) => streams.delete(request))
  const first = await context.newPage()
  await first.goto(origin)
  await first.getByRole('button', { name: 'Fill in as staff' }).click()
  await first.getByRole('button', { name: 'Sign in' }).click()
  await expect(tile(first, 'TABLE1')).toBeVisible(inNewsTime)
  const pages = [first]
  while (pages.length < TABS) {
    const page = await context.newPage()
    await page.goto(origin)
    await expect(tile(page, 'TABLE1')).toBeVisible(inNewsTime)
    pages.push(page)
  }
  return {
    pages,
    leader: async () => {
      await expect.poll(() => streams.size).toBe(1)
      const [stream] = streams
      if (!stream) throw new Error('no tab has the stream')
      return stream.frame().page()
    },
  }
}

const places = [
  { place: 'on the machine itself', host: '127.0.0.1', isSecure: true, table: 'BAR' },
  { place: 'over plain HTTP in the house', host: name, isSecure: false, table: 'NOOK' },
]

for (const { place, host, isSecure, table } of places) {
  test(`${place} eight tabs hold one stream and all answer; when the leader is closed another one takes over within 2 s`, async ({
    browser,
    door,
    sandbox,
  }) => {
    const context = await browser.newContext()
    const tabs = await openTabs(context, door.url.replace('127.0.0.1', host))
    expect(await tabs.pages[0]?.evaluate(() => isSecureContext)).toBe(isSecure)
    await expect.poll(() => door.streams().open).toBe(1)

    const statuses = tabs.pages.map((page) =>
      page.evaluate(() =>
        fetch('/api/floor', { signal: AbortSignal.timeout(2_000) }).then(({ status }) => status),
      ),
    )
    expect(await Promise.all(statuses)).toEqual(tabs.pages.map(() => 200))

    await sandbox.scan(`guest of ${table}1`, `${table}1`)
    for (const page of tabs.pages) {
      await expect(tile(page, `${table}1`, 'Waiting')).toBeVisible(inNewsTime)
    }
    const { opened } = door.streams()
    const leader = await tabs.leader()
    await leader.close()
    const isTakenOver = () => door.streams().opened > opened && door.streams().open === 1
    await expect.poll(isTakenOver, { timeout: 2_000, intervals: [50] }).toBe(true)

    await sandbox.scan(`guest of ${table}2`, `${table}2`)
    for (const page of tabs.pages.filter((page) => page !== leader)) {
      await expect(tile(page, `${table}2`, 'Waiting')).toBeVisible(inNewsTime)
      await expect(banner(page)).toBeHidden()
    }
    expect(door.streams().open).toBe(1)
    await context.close()
  })
}

test('when the leading tab hangs, as a frozen one does, another one takes over within 2 s; there is one stream again when it wakes', async ({
  browser,
  door,
  sandbox,
}) => {
  const context = await browser.newContext()
  const tabs = await openTabs(context, door.url)
  await expect.poll(() => door.streams().open).toBe(1)
  const { opened } = door.streams()
  const leader = await tabs.leader()
  const hanging = leader.evaluate(() => {
    const until = Date.now() + 15_000
    while (Date.now() < until);
  })
  await expect
    .poll(() => door.streams().opened, { timeout: 2_000, intervals: [50] })
    .toBeGreaterThan(opened)
  await sandbox.scan('guest of TERRACE1', 'TERRACE1')
  for (const page of tabs.pages.filter((page) => page !== leader)) {
    await expect(tile(page, 'TERRACE1', 'Waiting')).toBeVisible(inNewsTime)
  }
  await hanging
  await expect(tile(leader, 'TERRACE1', 'Waiting')).toBeVisible()
  await expect.poll(() => door.streams().open).toBe(1)
  await context.close()
})

test('signing out in one tab signs out all tabs, and somebody else who signs in gets pages of their own', async ({
  browser,
  door,
}) => {
  const context = await browser.newContext()
  const { pages } = await openTabs(context, door.url)
  const [first, second] = pages
  if (!first || !second) throw new Error('there are no tabs')
  await first.getByRole('button', { name: /, your account$/ }).click()
  await first.getByRole('button', { name: 'Sign out' }).click()
  for (const page of pages) {
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  }
  expect(door.streams().open).toBe(0)

  // A tab that slept through all of this still shows the floor of the person before.
  await first.getByRole('button', { name: 'Fill in as staff' }).click()
  await first.getByRole('button', { name: 'Sign in' }).click()
  await expect(tile(first, 'TABLE1')).toBeVisible()
  await second.getByRole('button', { name: 'Fill in as manager' }).click()
  await second.getByRole('button', { name: 'Sign in' }).click()
  await expect(tile(second, 'TABLE1')).toBeVisible()
  await expect(first.getByRole('button', { name: 'Rasa Manager, your account' })).toBeVisible()
  await expect.poll(() => door.streams().open).toBe(1)
  await context.close()
})
