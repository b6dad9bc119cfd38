import { goNoMore, goTo } from '#lib/floor/go.ts'
import { placeParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'write_orders',
    params: placeParams,
    handle: async ({ params, actor, session }) => ({
      going: await goTo(params.spotId, { ...actor, staffId: session.staffId }),
    }),
  }),
  DELETE: route({
    permission: 'write_orders',
    params: placeParams,
    handle: async ({ params, actor, session }) => ({
      going: await goNoMore(params.spotId, { ...actor, staffId: session.staffId }),
    }),
  }),
})
