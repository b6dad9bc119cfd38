import { MoneyBack } from '#contract/money-back.ts'
import { orderAnswer } from '#lib/http/order-answer.ts'
import { orderParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { giveMoneyBack } from '#lib/payments/give-money-back.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'give_money_back',
    params: orderParams,
    body: MoneyBack,
    handle: async ({ params: { orderId }, body, actor, idempotencyKey }) =>
      orderAnswer(await giveMoneyBack({ id: idempotencyKey(), orderId, given: body, actor })),
  }),
})
