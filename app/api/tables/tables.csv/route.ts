import { database } from '#lib/database/connection.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { tablesInOrder } from '#lib/tables/read-tables.ts'
import { tablesCsv } from '#lib/tables/tables-csv.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({
    permission: 'edit_tables',
    handle: async () =>
      new Response(tablesCsv(await tablesInOrder(await database())), {
        headers: {
          'content-type': 'text/csv; charset=utf-8; header=present',
          'content-disposition': 'attachment; filename="tables.csv"',
        },
      }),
  }),
})
