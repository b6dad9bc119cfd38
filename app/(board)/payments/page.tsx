import { PaymentsPage } from '#components/payments/payments-page.tsx'
import { requireSession } from '../../require-session.ts'

export default async function PaymentsOfTheDay() {
  const { permissions } = await requireSession()
  return <PaymentsPage may={permissions} />
}
