import { TableOrder } from '#contract/table.ts'
import { database } from '#lib/database/connection.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { orderTables } from '#lib/tables/order-tables.ts'
import { shown } from '#lib/tables/shown.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  PUT: route({
    permission: 'edit_tables',
    body: TableOrder,
    handle: async ({ actor, body, expectedVersion }) =>
      shown(orderTables(await database(), actor, body, expectedVersion())),
  }),
})
