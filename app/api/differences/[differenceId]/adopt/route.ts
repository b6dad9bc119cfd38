import { differenceParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { listDifferences } from '#lib/payments/reconcile/differences.ts'
import { adopt } from '#lib/payments/reconcile/settle-difference.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'settle_differences',
    params: differenceParams,
    handle: async ({ params: { differenceId }, actor }) => {
      await adopt(differenceId, actor)
      return listDifferences()
    },
  }),
})
