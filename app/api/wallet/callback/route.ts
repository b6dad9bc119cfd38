import { form, json } from '#lib/http/read-body.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { takeCallback } from '#lib/payments/take-callback.ts'
import { WalletCallback } from '#lib/wallet/callback.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'outside',
    body: WalletCallback,
    bodyKinds: [form, json],
    handle: async ({ body, address }) => {
      await takeCallback(body, address)
      // Some of Paysera's programs take nothing but this text for a delivery.
      return new Response('OK', { headers: { 'content-type': 'text/plain' } })
    },
  }),
})
