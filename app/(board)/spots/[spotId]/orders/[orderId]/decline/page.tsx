import { notFound } from 'next/navigation'
import { OrderEditor } from '#components/orders/editor/order-editor.tsx'
import { requireSession } from '../../../../../../require-session.ts'
import { spotIdOf } from '../../../../spot-id.ts'

export default async function DeclineAndChangePage({
  params,
}: {
  params: Promise<{ spotId: string; orderId: string }>
}) {
  const { permissions } = await requireSession()
  if (!permissions.includes('decline_payment')) notFound()
  const { spotId, orderId } = await params
  return <OrderEditor spotId={spotIdOf(spotId)} orderId={orderId} way="decline" may={permissions} />
}
