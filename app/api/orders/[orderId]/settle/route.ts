import { Settlement } from '#contract/order.ts'
import { orderAnswer } from '#lib/http/order-answer.ts'
import { orderParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { settleOtherwise } from '#lib/payments/settle-otherwise.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'settle_order',
    params: orderParams,
    body: Settlement,
    handle: async ({ params: { orderId }, body, actor }) =>
      orderAnswer(await settleOtherwise({ orderId, settlement: body, actor })),
  }),
})
