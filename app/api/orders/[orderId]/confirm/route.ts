import { Confirmation } from '#contract/order.ts'
import * as z from 'zod/mini'
import { orderAnswer } from '#lib/http/order-answer.ts'
import { orderParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { confirmPayment } from '#lib/payments/confirm-payment.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'confirm_payment',
    params: orderParams,
    body: z.optional(Confirmation),
    handle: async ({ params: { orderId }, body, actor, may, expectedVersion }) =>
      orderAnswer(
        await confirmPayment({
          ...body,
          version: expectedVersion(),
          orderId,
          actor,
          may,
        }),
      ),
  }),
})
