import { OrderEditor } from '#components/orders/editor/order-editor.tsx'
import { requireSession } from '../../../../../../require-session.ts'
import { spotIdOf } from '../../../../spot-id.ts'

export default async function AskAgainPage({
  params,
}: {
  params: Promise<{ spotId: string; orderId: string }>
}) {
  const { permissions } = await requireSession()
  const { spotId, orderId } = await params
  return <OrderEditor spotId={spotIdOf(spotId)} orderId={orderId} way="again" may={permissions} />
}
