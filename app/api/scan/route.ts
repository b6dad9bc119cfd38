import { Scan } from '#contract/scan.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { lookUpCode } from '#lib/scan/look-up-code.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  // It changes nothing, but what a code says may be anything, and addresses stand in logs.
  POST: route({
    permission: 'see_floor',
    body: Scan,
    handle: async ({ body }) => lookUpCode(body.code),
  }),
})
