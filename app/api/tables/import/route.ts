import { database } from '#lib/database/connection.ts'
import { csv, csvFile } from '#lib/http/read-body.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { importTables } from '#lib/tables/import-tables.ts'
import { shown } from '#lib/tables/shown.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'edit_tables',
    body: csvFile,
    bodyKinds: [csv],
    handle: async ({ actor, body, expectedVersion }) =>
      shown(importTables(await database(), actor, body, expectedVersion())),
  }),
})
