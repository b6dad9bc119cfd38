import { differenceParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { listDifferences } from '#lib/payments/reconcile/differences.ts'
import { lookAgain } from '#lib/payments/reconcile/settle-difference.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'confirm_payment',
    params: differenceParams,
    handle: async ({ params: { differenceId }, actor }) => {
      await lookAgain(differenceId, actor)
      return listDifferences()
    },
  }),
})
