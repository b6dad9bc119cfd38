import { MenuEdit } from '#contract/menu.ts'
import { database } from '#lib/database/connection.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { readMenu } from '#lib/menu/read-menu.ts'
import { saveMenu } from '#lib/menu/save-menu.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({
    permission: 'see_floor',
    handle: async () => readMenu(await database()),
  }),
  PUT: route({
    permission: 'edit_menu',
    body: MenuEdit,
    handle: async ({ actor, body, expectedVersion }) =>
      saveMenu(await database(), actor, body, expectedVersion()),
  }),
})
