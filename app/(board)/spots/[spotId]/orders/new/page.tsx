import { OrderEditor } from '#components/orders/editor/order-editor.tsx'
import { requireSession } from '../../../../../require-session.ts'
import { spotIdOf } from '../../../spot-id.ts'

export default async function NewOrderPage({ params }: { params: Promise<{ spotId: string }> }) {
  const { permissions } = await requireSession()
  const { spotId } = await params
  return <OrderEditor spotId={spotIdOf(spotId)} may={permissions} />
}
