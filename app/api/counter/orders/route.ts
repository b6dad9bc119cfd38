import { NewCounterOrder } from '#contract/counter.ts'
import { orderAnswer } from '#lib/http/order-answer.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { submitAtCounter } from '#lib/orders/submit-at-counter.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'write_orders',
    body: NewCounterOrder,
    handle: async ({ body, actor, idempotencyKey }) =>
      orderAnswer(await submitAtCounter({ intentId: idempotencyKey(), order: body, actor }), 201),
  }),
})
