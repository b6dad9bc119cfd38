import { expect, test } from '@playwright/test'
import { address } from '#contract/address.ts'
import { Order } from '#contract/order.ts'
import { SpotDetail } from '#contract/spot.ts'
import { freePort } from './fixtures/free-port.ts'
import { startPostgres, type Postgres } from './fixtures/postgres.ts'
import { accounts } from './fixtures/sign-in.ts'
import { startProcess } from './fixtures/started-process.ts'
import { draft } from './http/calls.ts'
import { freshKey, signIn, type Person } from './http/person.ts'
import { expectCleanLog, openHouse, type House } from './http/processes.ts'
import { read } from './http/read-answer.ts'
import { beginVisit } from './http/test.ts'

const ofWork = /^(?!.*pg_try_advisory_lock)/

let postgres: Postgres
let house: House
let staff: Person

test.beforeAll(async () => {
  postgres = await startPostgres()
  house = await openHouse({ DATABASE_URL: postgres.url })
  staff = await signIn(house.dashboard.baseURL, accounts.staff)
})
test.afterAll(async () => {
  await house.discard()
  await postgres.discard()
})

async function newOrder(): Promise<Order> {
  const { spotId } = await beginVisit(house.wallet)
  const asking = { body: draft(350), headers: freshKey() }
  return read(await staff.ask('POST', address.spotOrders(spotId), asking), 201, Order)
}

async function expectKept({ id, spotId }: Order): Promise<void> {
  const spot = read(await staff.ask('GET', address.spot(spotId)), 200, SpotDetail)
  expect(spot.orders).toMatchObject([{ id, status: 'pending', totalMinor: 350 }])
}

test('on PostgreSQL, orders and sessions outlive a crash', async () => {
  const order = await newOrder()
  await house.dashboard.crash()
  await house.dashboard.start()
  await expectKept(order)
  expectCleanLog(house.dashboard)
})

test('a second dashboard on one PostgreSQL database says so, and disturbs nobody', async () => {
  const second = startProcess('node', ['--conditions=react-server', 'bin/dashboard.ts'], {
    DATABASE_URL: postgres.url,
    DATA_DIR: house.dataDir,
    PORT: String(await freePort()),
    WALLET_API_URL: house.wallet.url,
  })
  await second.ended
  expect(second.output()).toMatch(
    /^DATABASE_URL names a database that another running Spotboard[^\n]+\.\n$/,
  )
  await expectKept(await newOrder())
})

test('work goes on when PostgreSQL drops connections that nobody was using', async () => {
  const order = await newOrder()
  await postgres.loseConnections(ofWork)
  await expect
    .poll(async () => (await staff.ask('GET', address.spot(order.spotId))).status)
    .toBe(200)
  await expectKept(order)
  await expectKept(await newOrder())
  const told = house.dashboard.log().filter(({ msg }) => msg?.includes('idle connection'))
  expect(told.map((line) => Object.keys(line))).toContainEqual(['level', 'time', 'reason', 'msg'])
})
