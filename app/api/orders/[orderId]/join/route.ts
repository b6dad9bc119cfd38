import { Join } from '#contract/order.ts'
import { orderAnswer } from '#lib/http/order-answer.ts'
import { orderParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { joinOrders } from '#lib/orders/join-orders.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'write_orders',
    params: orderParams,
    body: Join,
    handle: async ({ params: { orderId }, body, actor, idempotencyKey, expectedVersion }) =>
      orderAnswer(
        await joinOrders({
          intentId: idempotencyKey(),
          kept: { orderId, version: expectedVersion() },
          joined: body,
          actor,
        }),
      ),
  }),
})
