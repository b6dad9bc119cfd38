import { Move } from '#contract/order.ts'
import { orderAnswer } from '#lib/http/order-answer.ts'
import { orderParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { moveOrder } from '#lib/orders/move-order.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'write_orders',
    params: orderParams,
    body: Move,
    handle: async ({ params: { orderId }, body, actor, idempotencyKey, expectedVersion }) =>
      orderAnswer(
        await moveOrder({
          intentId: idempotencyKey(),
          version: expectedVersion(),
          orderId,
          spotId: body.spotId,
          actor,
        }),
        201,
      ),
  }),
})
