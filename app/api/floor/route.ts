import { followers } from '#lib/floor/followers.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { floorWatch } from '#lib/floor/watch.ts'
import { answer } from '#lib/http/answer.ts'
import { hasAlready } from '#lib/http/request-headers.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({
    permission: 'see_floor',
    handle: async ({ request, session }) => {
      floorWatch().look()
      followers().look(session.staffId)
      const { hub } = await liveFloor()
      const etag = `"${hub.currentId()}"`
      const headers = { etag, 'cache-control': 'private, no-cache' }
      return hasAlready(request.headers, etag)
        ? new Response(null, { status: 304, headers })
        : answer(200, hub.current(), headers)
    },
  }),
})
