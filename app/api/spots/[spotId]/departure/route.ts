import { DepartureAnswer } from '#contract/departure.ts'
import { spotParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { answerDeparture } from '#lib/orders/answer-departure.ts'
import { describeSpot } from '#lib/orders/book/describe-spot.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'write_orders',
    params: spotParams,
    body: DepartureAnswer,
    handle: async ({ params: { spotId }, body, actor, may, expectedVersion }) => {
      await answerDeparture({ spotId, version: expectedVersion(), answered: body, actor, may })
      return describeSpot(spotId)
    },
  }),
})
