import { OrderEdit, WithReason } from '#contract/order.ts'
import * as z from 'zod/mini'
import { orderAnswer } from '#lib/http/order-answer.ts'
import { orderParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { deleteOrder } from '#lib/orders/delete-order.ts'
import { editOrder } from '#lib/orders/edit-order.ts'
import { declineAndOffer } from '#lib/orders/offer-again.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  PUT: route({
    permission: 'write_orders',
    params: orderParams,
    body: OrderEdit,
    handle: async ({ params: { orderId }, body, actor, may, idempotencyKey, expectedVersion }) => {
      const change = body.declinesPayment === true ? declineAndOffer : editOrder
      const intentId = idempotencyKey()
      const version = expectedVersion()
      return orderAnswer(await change({ intentId, version, orderId, edit: body, actor, may }))
    },
  }),
  DELETE: route({
    permission: 'lower_orders',
    params: orderParams,
    body: z.optional(WithReason),
    handle: async ({ params: { orderId }, body, actor, may, expectedVersion }) =>
      orderAnswer(
        await deleteOrder({
          version: expectedVersion(),
          orderId,
          reason: body?.reason,
          actor,
          may,
        }),
      ),
  }),
})
