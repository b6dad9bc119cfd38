import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { describeRestoration, goOnAfterRestore } from '#lib/restoration/watch-restore.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({ permission: 'see_floor', handle: describeRestoration }),
  POST: route({
    permission: 'settle_differences',
    handle: async ({ actor }) => {
      await goOnAfterRestore(actor)
      return describeRestoration()
    },
  }),
})
