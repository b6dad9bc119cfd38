import { expect, test as base } from '@playwright/test'
import { Client } from 'pg'
import { address } from '#contract/address.ts'
import { Floor } from '#contract/floor-schema.ts'
import { Order } from '#contract/order.ts'
import { accounts } from './fixtures/sign-in.ts'
import { startProcess } from './fixtures/started-process.ts'
import { draft } from './http/calls.ts'
import { freshKey, signIn } from './http/person.ts'
import { openHouse, type House } from './http/processes.ts'
import { read } from './http/read-answer.ts'
import { beginVisit } from './http/test.ts'
import { payableKeys, walletState } from './http/wallet-state.ts'

interface Postgres {
  url: string
  /** Ends all connections but those of the tests themselves, as a restart of the server does. */
  cutAll: () => Promise<unknown>
}

const test = base.extend<{ postgres: Postgres; house: House }>({
  // oxlint-disable-next-line no-empty-pattern
  postgres: async ({}, use) => {
    const args = ['--conditions=react-server', 'lib/database/testing/serve-postgres.ts']
    const served = startProcess('node', args, {})
    await served.says('is served')
    const [url = ''] = served.output().split(' ')
    const client = new Client({ connectionString: url, application_name: 'test' })
    await client.connect()
    const cutAll = () =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name <> 'test' and application_name not like '%other-pc'`,
      )
    await use({ url, cutAll })
    await client.end()
    served.child.kill('SIGTERM')
    await served.ended
  },
  house: async ({ postgres }, use) => {
    const house = await openHouse({ DATABASE_URL: postgres.url })
    await use(house)
    await house.discard()
  },
})

test('a database that restarts ends nothing: orders go out again by themselves', async ({
  postgres,
  house: { wallet, dashboard },
}) => {
  const staff = await signIn(dashboard.baseURL, accounts.staff)
  const { spotId } = await beginVisit(wallet)
  const asking = { body: draft(700), headers: freshKey() }
  read(await staff.ask('POST', address.spotOrders(spotId), asking), 201, Order)

  await postgres.cutAll()
  const second = { body: draft(900), headers: freshKey() }
  const submit = async () => (await staff.ask('POST', address.spotOrders(spotId), second)).status
  await expect.poll(submit, { timeout: 20_000 }).toBe(201)
  expect(payableKeys(await walletState(wallet), spotId)).toHaveLength(2)
  read(await staff.ask('GET', address.floor), 200, Floor)
})

test('a dashboard whose database another one has taken over ends with one sentence', async ({
  postgres,
  house: { dashboard },
}) => {
  const other = new Client({
    connectionString: postgres.url,
    application_name: 'spotboard process 99 on other-pc',
  })
  await other.connect()
  const grabbed = other.query('select pg_advisory_lock(7071221)')
  await postgres.cutAll()
  await grabbed
  const { code, said } = await dashboard.ended()
  expect(code).toBe(78)
  expect(said.split('\n')).toContain(
    'Another Spotboard (process 99 on other-pc) works on the database of DATABASE_URL since the connection of this one was lost, so this one ends.',
  )
  await other.end()
})
