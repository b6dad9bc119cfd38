import { orderAnswer } from '#lib/http/order-answer.ts'
import { tableParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { sendTab } from '#lib/tabs/send-tab.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'write_orders',
    params: tableParams,
    handle: async ({ params: { tableId }, actor, may, idempotencyKey, expectedVersion }) => {
      const sending = { intentId: idempotencyKey(), expectedVersion: expectedVersion() }
      return orderAnswer(await sendTab({ ...sending, tableId, actor, may }), 201)
    },
  }),
})
