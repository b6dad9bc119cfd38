import { database } from '#lib/database/connection.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { beginRound, readRound } from '#lib/tables/round.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({
    permission: 'edit_tables',
    handle: async () => readRound(await database()),
  }),
  POST: route({
    permission: 'edit_tables',
    handle: async ({ actor }) => beginRound(await database(), actor),
  }),
})
