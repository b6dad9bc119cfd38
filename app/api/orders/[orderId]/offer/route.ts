import * as z from 'zod/mini'
import { OrderOffer } from '#contract/order.ts'
import { orderAnswer } from '#lib/http/order-answer.ts'
import { orderParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { offerAgain } from '#lib/orders/offer-again.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'write_orders',
    params: orderParams,
    body: z.optional(OrderOffer),
    handle: async ({ params: { orderId }, body, actor, may, idempotencyKey, expectedVersion }) =>
      orderAnswer(
        await offerAgain({
          intentId: idempotencyKey(),
          version: expectedVersion(),
          orderId,
          draft: body,
          actor,
          may,
        }),
      ),
  }),
})
