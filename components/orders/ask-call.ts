import { address } from '#contract/address.ts'
import { NEW_PLACE } from '#contract/place.ts'
import type { Call } from '#components/http/send.ts'
import { bodyOf } from './draft.ts'
import type { EditWay } from './edit-way.ts'
import type { KeptDraft } from './kept-draft.ts'

/** The one call that asks the guest for a draft; the same draft makes the same call on every attempt (law 2). */
export function askCall(
  { intentId, base, draft }: KeptDraft,
  {
    spotId,
    guestName = '',
    orderId,
    way,
    currency,
  }: {
    spotId: number
    /** What the guest of a new place at the counter is called, if anything. */
    guestName?: string | undefined
    orderId: string | undefined
    way: EditWay
    currency: string
  },
): { to: string; call: Call } {
  const asked = bodyOf(draft, currency)
  if (orderId === undefined || !base) {
    const first = { method: 'POST', idempotencyKey: intentId } as const
    if (spotId !== NEW_PLACE) {
      return { to: address.spotOrders(spotId), call: { ...first, body: asked } }
    }
    const body = guestName === '' ? asked : { ...asked, name: guestName }
    return { to: address.counterOrders, call: { ...first, body } }
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
