import { after } from 'node:test'
import { startPostgres } from '#lib/database/testing/postgres-server.ts'
import { openHouse } from '#lib/floor/testing/house.ts'
import { testReconciling } from './testing/reconciling.ts'

const server = await startPostgres()
testReconciling(await openHouse({ databaseUrl: await server.createDatabase('books') }))
after(() => server.stop())
