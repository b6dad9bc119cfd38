import { TablesMove, TablesToAdd } from '#contract/table.ts'
import { database } from '#lib/database/connection.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { addTables } from '#lib/tables/add-tables.ts'
import { moveTables } from '#lib/tables/move-tables.ts'
import { readTables } from '#lib/tables/read-tables.ts'
import { shown } from '#lib/tables/shown.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({
    permission: 'edit_tables',
    handle: async () => readTables(await database()),
  }),
  POST: route({
    permission: 'edit_tables',
    body: TablesToAdd,
    handle: async ({ actor, body }) => shown(addTables(await database(), actor, body)),
  }),
  PATCH: route({
    permission: 'edit_tables',
    body: TablesMove,
    handle: async ({ actor, body }) => shown(moveTables(await database(), actor, body)),
  }),
})
