import { answer } from '#lib/http/answer.ts'
import { spotParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { describeSpot } from '#lib/orders/book/describe-spot.ts'
import { closeEmpty } from '#lib/orders/close-empty.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'close_spot',
    params: spotParams,
    handle: async ({ params: { spotId }, actor }) => {
      const isClosed = await closeEmpty(spotId, actor)
      return answer(isClosed ? 200 : 202, await describeSpot(spotId))
    },
  }),
})
