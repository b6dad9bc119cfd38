import 'server-only'
import { startPostgres } from './postgres-server.ts'

/** A PostgreSQL as a process of its own, for tests that know nothing of ours; prints the address of its database. */
const server = await startPostgres()
process.stdout.write(`${await server.createDatabase('house')} is served\n`)
process.once('SIGTERM', () => {
  void server.stop().then(() => process.exit(0))
})
