import { after } from 'node:test'
import { startPostgres } from '#lib/database/testing/postgres-server.ts'
import { openHouse } from '#lib/floor/testing/house.ts'
import { testTabs } from './testing/all-tabs.ts'

const server = await startPostgres()
testTabs(await openHouse({ databaseUrl: await server.createDatabase('tabs') }))
after(() => server.stop())
