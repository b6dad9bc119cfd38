import { View } from '#contract/view-schema.ts'
import { database } from '#lib/database/connection.ts'
import { followers } from '#lib/floor/followers.ts'
import { readView, saveView } from '#lib/floor/views.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({
    permission: 'see_floor',
    handle: async ({ session }) => readView(await database(), session.staffId),
  }),
  PUT: route({
    permission: 'see_floor',
    body: View,
    handle: async ({ session, body }) => {
      const view = await saveView(await database(), session.staffId, body)
      await followers().follow(session.staffId, view.areas)
      return view
    },
  }),
})
