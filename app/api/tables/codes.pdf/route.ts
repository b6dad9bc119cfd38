import { printSheet, SheetQuery } from '#lib/codes/print-sheet.ts'
import { database } from '#lib/database/connection.ts'
import { attachment } from '#lib/http/attachment.ts'
import { parseBody } from '#lib/http/parse.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({
    permission: 'edit_tables',
    handle: async ({ request }) => {
      const query = Object.fromEntries(new URL(request.url).searchParams)
      const pdf = await printSheet(await database(), parseBody(SheetQuery, query))
      return new Response(Uint8Array.from(pdf), {
        headers: {
          'content-type': 'application/pdf',
          'content-disposition': attachment('table-codes', 'pdf'),
        },
      })
    },
  }),
})
