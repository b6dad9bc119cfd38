import { Explanation } from '#contract/difference.ts'
import { differenceParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { listDifferences } from '#lib/payments/reconcile/differences.ts'
import { explain } from '#lib/payments/reconcile/settle-difference.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'settle_differences',
    params: differenceParams,
    body: Explanation,
    handle: async ({ params: { differenceId }, body, actor }) => {
      await explain(differenceId, body.reason, actor)
      return listDifferences()
    },
  }),
})
