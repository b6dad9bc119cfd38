import { after } from 'node:test'
import { startPostgres } from '#lib/database/testing/postgres-server.ts'
import { PostgresDisk } from './postgres-disk.ts'
import { testMatrix } from './test-matrix.ts'

process.env['LOG_LEVEL'] = 'silent'
const server = await startPostgres()
const disk = await PostgresDisk.format(await server.createDatabase('house'))
testMatrix(disk)
after(async () => {
  await disk.close()
  await server.stop()
})
