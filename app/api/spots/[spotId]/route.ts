import { placeParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { describeSpot } from '#lib/orders/book/describe-spot.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({
    permission: 'see_floor',
    params: placeParams,
    handle: ({ params }) => describeSpot(params.spotId),
  }),
})
