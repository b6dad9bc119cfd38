import { TabSettlement } from '#contract/tab.ts'
import { orderAnswer } from '#lib/http/order-answer.ts'
import { tableParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { settleTab } from '#lib/tabs/settle-tab.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'settle_order',
    params: tableParams,
    body: TabSettlement,
    handle: async ({ params, body: settlement, actor, may, idempotencyKey, expectedVersion }) => {
      const settling = { intentId: idempotencyKey(), expectedVersion: expectedVersion() }
      return orderAnswer(await settleTab({ ...settling, ...params, settlement, actor, may }), 201)
    },
  }),
})
