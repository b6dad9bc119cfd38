import { codeOfOrder } from '#lib/orders/code-of-order.ts'
import { orderParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({
    permission: 'see_floor',
    params: orderParams,
    handle: async ({ params: { orderId } }) =>
      new Response(await codeOfOrder(orderId), {
        headers: { 'content-type': 'image/svg+xml', 'cache-control': 'no-store' },
      }),
  }),
})
