import { CloseSpot } from '#contract/spot.ts'
import * as z from 'zod/mini'
import { answer } from '#lib/http/answer.ts'
import { spotParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { keepOpen } from '#lib/orders/close-settled.ts'
import { closeSpot } from '#lib/orders/close-spot.ts'
import { isWaitingStranger, keepStranger } from '#lib/strangers/keep-stranger.ts'
import { describeSpot } from '#lib/orders/book/describe-spot.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'close_spot',
    params: spotParams,
    body: z.optional(CloseSpot),
    handle: async ({ params: { spotId }, body, actor, may }) => {
      const isClosed = await closeSpot({
        spotId,
        endsUnpaid: body?.endsUnpaid ?? false,
        actor,
        may,
      })
      return answer(isClosed ? 200 : 202, await describeSpot(spotId))
    },
  }),
  /** Takes back that the spot closes by itself, whichever rule would have closed it. */
  DELETE: route({
    permission: 'see_floor',
    params: spotParams,
    handle: async ({ params: { spotId }, actor }) => {
      if (await isWaitingStranger(spotId)) await keepStranger(spotId, actor)
      else await keepOpen(spotId, actor)
      return describeSpot(spotId)
    },
  }),
})
