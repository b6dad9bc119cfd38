import { after } from 'node:test'
import { startPostgres } from '#lib/database/testing/postgres-server.ts'
import { openHouse } from '#lib/floor/testing/house.ts'
import { testEvening } from './testing/all-acts.ts'

const server = await startPostgres()
testEvening(await openHouse({ databaseUrl: await server.createDatabase('orders') }))
after(() => server.stop())
