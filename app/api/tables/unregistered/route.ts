import { database } from '#lib/database/connection.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { listUnregistered } from '#lib/tables/list-unregistered.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({
    permission: 'edit_tables',
    handle: async () => listUnregistered(await database()),
  }),
})
