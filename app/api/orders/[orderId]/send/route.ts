import { orderAnswer } from '#lib/http/order-answer.ts'
import { orderParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { sendOrder } from '#lib/orders/send-order.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'write_orders',
    params: orderParams,
    handle: async ({ params, actor }) => orderAnswer(await sendOrder(params.orderId, actor)),
  }),
})
