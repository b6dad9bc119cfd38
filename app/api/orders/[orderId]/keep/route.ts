import { orderAnswer } from '#lib/http/order-answer.ts'
import { orderParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { keepOrder } from '#lib/orders/put-off-deletion.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'lower_orders',
    params: orderParams,
    handle: async ({ params, actor }) => orderAnswer(await keepOrder(params.orderId, actor)),
  }),
})
