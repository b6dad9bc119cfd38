import { after } from 'node:test'
import { startPostgres } from '#lib/database/testing/postgres-server.ts'
import { openHouse } from '#lib/floor/testing/house.ts'
import { testStrangers } from './testing/strangers.ts'

const server = await startPostgres()
testStrangers(await openHouse({ databaseUrl: await server.createDatabase('strangers') }))
after(() => server.stop())
