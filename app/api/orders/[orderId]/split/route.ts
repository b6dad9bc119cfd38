import { Split } from '#contract/order.ts'
import { ordersAnswer } from '#lib/http/order-answer.ts'
import { orderParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { splitOrder } from '#lib/orders/split-order.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'write_orders',
    params: orderParams,
    body: Split,
    handle: async ({ params: { orderId }, body, actor, may, idempotencyKey, expectedVersion }) =>
      ordersAnswer(
        await splitOrder({
          intentId: idempotencyKey(),
          version: expectedVersion(),
          orderId,
          split: body,
          actor,
          may,
        }),
      ),
  }),
})
