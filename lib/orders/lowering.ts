import 'server-only'
import type { Permission } from '#contract/permission.ts'
import { problem } from '#lib/runtime/problem.ts'

/** Whatever lowers what a guest was asked to pay carries a reason, which only a manager may leave out (law 10). */
export function requireReason(
  may: (permission: Permission) => boolean,
  reason: string | undefined,
): void {
  if (!may('lower_orders')) throw problem('forbidden')
  if (reason === undefined && !may('lower_without_reason')) {
    throw problem('reason_required', {
      detail: 'Say why the guest is asked to pay less than before.',
    })
  }
}
