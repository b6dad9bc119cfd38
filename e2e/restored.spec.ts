import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type APIRequest, type Browser, type Page } from '@playwright/test'
import { address } from '#contract/address.ts'
import { Differences } from '#contract/difference.ts'
import { Floor } from '#contract/floor-schema.ts'
import { Order } from '#contract/order.ts'
import { RestorationAnswer } from '#contract/restoration.ts'
import { Settings } from '#contract/settings.ts'
import { accounts, signedInState } from './fixtures/sign-in.ts'
import { draft } from './http/calls.ts'
import { freshKey, ifMatch, signIn, type Person } from './http/person.ts'
import { expectCleanLog, openHouse, type Wallet } from './http/processes.ts'
import { read, readProblem } from './http/read-answer.ts'
import { beginVisit, type Visit } from './http/test.ts'
import { statusOf, walletState } from './http/wallet-state.ts'

const inPollTime = { timeout: 40_000 }

test('law 5: after a restore nothing confirms, sends or withdraws by itself until the wallet was read and a manager goes on', async ({
  browser,
  playwright,
}) => {
  test.slow()
  const { wallet, dashboard, dataDir, discard } = await openHouse()
  const path = join(dataDir, 'practice.db')
  try {
    let manager = await signIn(dashboard.baseURL, accounts.manager)
    const rule = [{ locationId: 3, capMinor: 100_000 }]
    const set = { body: { autoConfirm: rule, undoSeconds: 30 } }
    read(await manager.ask('PUT', address.settings, set), 200, Settings)
    const paidLater = await beginVisit(wallet)
    const held = await ask(manager, paidLater, 1290)
    const deletedVisit = await beginVisit(wallet)
    const deleted = await ask(manager, deletedVisit, 500)
    const removal = await manager.ask('DELETE', address.order(deleted.id), { headers: ifMatch(1) })
    const { dueAt = 0, outcome } = read(removal, 202, Order).work ?? {}
    expect(outcome).toBe('scheduled')
    await dashboard.stop()
    await copyFile(path, `${path}.backup`)

    await dashboard.start()
    manager = await signIn(dashboard.baseURL, accounts.manager)
    expect(await restorationFor(manager)).toBeNull()
    const kept = await manager.ask('POST', address.keepOrder(deleted.id))
    expect(read(kept, 200, Order).work).toBeUndefined()
    const lostVisit = await beginVisit(wallet)
    const lost = await ask(manager, lostVisit, 700)
    await pay(wallet, lostVisit, lost)
    const received = async () => {
      // Somebody looks at the floor, so that it is read often.
      read(await manager.ask('GET', address.floor), 200, Floor)
      return statusOf(await walletState(wallet), lost.transactionKey ?? '')
    }
    await expect.poll(received, inPollTime).toBe('confirmed')
    await dashboard.stop()

    for (const part of ['-wal', '-shm']) await rm(`${path}${part}`, { force: true })
    await copyFile(`${path}.backup`, path)
    await pay(wallet, paidLater, held)
    await dashboard.start()
    manager = await signIn(dashboard.baseURL, accounts.manager)
    const staff = await signIn(dashboard.baseURL, accounts.staff)
    const floor = async () => read(await staff.ask('GET', address.floor), 200, Floor)
    await expect.poll(async () => (await floor()).restored, inPollTime).toBe('read')
    expect(await restorationFor(staff)).toMatchObject({ isRead: true })
    const heldThere = async () =>
      (await floor()).tiles.find(({ spot }) => spot?.id === paidLater.spotId)?.heldMinor
    await expect.poll(heldThere, inPollTime).toBe(1290)
    const { differences } = read(await staff.ask('GET', address.differences), 200, Differences)
    expect(differences.map(({ kind, transactionKey }) => [kind, transactionKey])).toEqual([
      ['received_not_booked', lost.transactionKey],
    ])

    readProblem(await staff.ask('POST', address.restoration), 403, 'forbidden')
    await expect.poll(() => Date.now(), { timeout: 60_000 }).toBeGreaterThan(dueAt + 1000)
    const untouched = await walletState(wallet)
    expect(statusOf(untouched, held.transactionKey ?? '')).toBe('reserved')
    expect(statusOf(untouched, deleted.transactionKey ?? '')).toBe('new')
    await dashboard.crash()
    wallet.freeze()
    await dashboard.start()
    manager = await signIn(dashboard.baseURL, accounts.manager)
    expect(await restorationFor(manager), 'it is not forgotten').toMatchObject({ isRead: false })
    readProblem(await manager.ask('POST', address.restoration), 409, 'conflict')
    wallet.thaw()

    const page = await managersPage(browser, playwright.request, dashboard.baseURL)
    const banner = page.getByRole('region', { name: 'The database was restored from a backup' })
    await expect(banner).toContainText('1 payment is not the same there and here', inPollTime)
    await expect(banner.getByRole('link', { name: 'See what differs' })).toBeVisible()
    await banner.getByRole('button', { name: 'I have seen this, go on' }).click()
    await expect(banner).toHaveCount(0)
    await page.close()
    const becomes = async ({ transactionKey = '' }: Order) =>
      statusOf(await walletState(wallet), transactionKey)
    await expect.poll(() => becomes(held), inPollTime).toBe('confirmed')
    await expect.poll(() => becomes(deleted), inPollTime).toBe('deleted')
    const after = read(await manager.ask('GET', address.floor), 200, Floor)
    expect(after.restored).toBeUndefined()
    readProblem(await manager.ask('POST', address.restoration), 409, 'conflict')
    expectCleanLog(dashboard)
  } finally {
    await discard()
  }
})

async function managersPage(browser: Browser, request: APIRequest, baseURL: string): Promise<Page> {
  const storageState = await signedInState(request, baseURL, accounts.manager)
  const page = await browser.newPage({ baseURL, storageState })
  await page.goto('/')
  return page
}

async function ask(person: Person, { spotId }: Visit, amountMinor: number): Promise<Order> {
  const asking = { body: draft(amountMinor), headers: freshKey() }
  return read(await person.ask('POST', address.spotOrders(spotId), asking), 201, Order)
}

async function pay(wallet: Wallet, { guest }: Visit, { transactionKey = '' }: Order) {
  await wallet.control('reserve', { guest, transactionKey })
}

async function restorationFor(person: Person) {
  const answer = await person.ask('GET', address.restoration)
  return read(answer, 200, RestorationAnswer).restoration
}
