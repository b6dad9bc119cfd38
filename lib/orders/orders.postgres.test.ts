import { after } from 'node:test'
import { startPostgres } from '#lib/database/testing/postgres-server.ts'
import { testOrderActs } from './testing/order-acts.ts'

const server = await startPostgres()
await testOrderActs(await server.createDatabase('orders'))
after(() => server.stop())
