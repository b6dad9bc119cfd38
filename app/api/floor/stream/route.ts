import { floorEvents } from '#lib/floor/floor-events.ts'
import { eventStream } from '#lib/http/event-stream.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({
    permission: 'see_floor',
    handle: async ({ request, session }) =>
      eventStream(
        await floorEvents(request.headers.get('last-event-id'), session.staffId),
        session.sessionId,
      ),
  }),
})
