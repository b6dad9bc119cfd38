import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { listDifferences } from '#lib/payments/reconcile/differences.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({ permission: 'see_floor', handle: listDifferences }),
})
