import { WithReason } from '#contract/order.ts'
import * as z from 'zod/mini'
import { orderAnswer } from '#lib/http/order-answer.ts'
import { orderParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { declinePayment } from '#lib/payments/decline-payment.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'decline_payment',
    params: orderParams,
    body: z.optional(WithReason),
    handle: async ({ params: { orderId }, body, actor }) =>
      orderAnswer(await declinePayment({ orderId, reason: body?.reason, actor })),
  }),
})
