import { address } from '#contract/address.ts'
import type { Call } from '#components/http/send.ts'
import { bodyOf } from './draft.ts'
import type { EditWay } from './edit-way.ts'
import type { KeptDraft } from './kept-draft.ts'

/** The one call that asks the guest for a draft; the same draft makes the same call on every attempt (law 2). */
export function askCall(
  { intentId, base, draft }: KeptDraft,
  {
    spotId,
    orderId,
    way,
    currency,
  }: { spotId: number; orderId: string | undefined; way: EditWay; currency: string },
): { to: string; call: Call } {
  const asked = bodyOf(draft, currency)
  if (orderId === undefined || !base) {
    const call = { method: 'POST', body: asked, idempotencyKey: intentId } as const
    return { to: address.spotOrders(spotId), call }
  }
  const reason = draft.reason.trim()
  const body = reason === '' ? asked : { ...asked, reason }
  const intent = { idempotencyKey: intentId, version: base.version }
  if (way === 'again') {
    return { to: address.offerOrder(orderId), call: { method: 'POST', body, ...intent } }
  }
  const edit = way === 'decline' ? { ...body, declinesPayment: true } : body
  return { to: address.order(orderId), call: { method: 'PUT', body: edit, ...intent } }
}
