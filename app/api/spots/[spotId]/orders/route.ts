import { NewOrder } from '#contract/order.ts'
import { orderAnswer } from '#lib/http/order-answer.ts'
import { placeParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { submitOrder, submitTransaction } from '#lib/orders/submit-order.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'write_orders',
    params: placeParams,
    body: NewOrder,
    handle: async ({ params: { spotId }, body, actor, may, idempotencyKey }) => {
      const submission = { intentId: idempotencyKey(), spotId, actor, may }
      const order =
        'transactionKey' in body
          ? await submitTransaction({ ...submission, transactionKey: body.transactionKey })
          : await submitOrder({ ...submission, draft: body })
      return orderAnswer(order, 201)
    },
  }),
})
