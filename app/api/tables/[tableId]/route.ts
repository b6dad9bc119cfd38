import { TableChange } from '#contract/table.ts'
import { database } from '#lib/database/connection.ts'
import { tableParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { changeTable } from '#lib/tables/change-table.ts'
import { readTable } from '#lib/tables/read-tables.ts'
import { shown } from '#lib/tables/shown.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({
    permission: 'edit_tables',
    params: tableParams,
    handle: async ({ params }) => readTable(await database(), params.tableId),
  }),
  PATCH: route({
    permission: 'edit_tables',
    params: tableParams,
    body: TableChange,
    handle: async ({ actor, params, body, expectedVersion }) =>
      shown(changeTable(await database(), actor, params.tableId, body, expectedVersion())),
  }),
})
