import { TableCheck } from '#contract/round.ts'
import { database } from '#lib/database/connection.ts'
import { tableParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { checkTable } from '#lib/tables/check-table.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'edit_tables',
    params: tableParams,
    body: TableCheck,
    handle: async ({ actor, params, body }) =>
      checkTable(await database(), actor, params.tableId, body),
  }),
})
