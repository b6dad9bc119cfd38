import 'server-only'
import { codeToPay } from '#contract/counter.ts'
import { qrSvg } from '#lib/codes/qr-svg.ts'
import { database } from '#lib/database/connection.ts'
import { conflictOver, orderOrNotFound } from './book/present-order.ts'

/** The code that a guest scans to pay an order, as a picture; only while somebody can pay it. */
export async function codeOfOrder(orderId: string): Promise<string> {
  const db = await database()
  const { status, transaction_key: key } = await orderOrNotFound(db, orderId)
  if (status !== 'pending' || key === null) {
    throw await conflictOver(db, orderId, 'Nobody can pay this order with a code now.')
  }
  return qrSvg(codeToPay(key))
}
