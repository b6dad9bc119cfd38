import 'server-only'
import type { Database } from '#lib/database/open-database.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { findTransaction } from '#lib/orders/book/transactions.ts'
import { inTurnAtSpot } from '#lib/orders/intents/turn.ts'
import type { CallPriority } from '#lib/wallet/call.ts'
import type { WalletTransaction } from '#lib/wallet/transaction-schemas.ts'
import { followPayment } from '../follow-payment.ts'
import { bookedOf, isAtWork } from './booked.ts'
import { compare } from './compare.ts'
import { keepFinding } from './differences.ts'

/**
 * Reads one transaction afresh and keeps what comes of comparing it with the book; one call. It happens in the turn of
 * the order's spot, and not while an act is at work on the order, so that no act comes between the reading and the
 * comparison. Answers the transaction.
 */
export async function lookAt(
  db: Database,
  key: string,
  priority: CallPriority,
): Promise<WalletTransaction | undefined> {
  const booked = await bookedOf(db, key)
  if (!booked) return look(db, key, priority)
  return inTurnAtSpot(booked.spotId, async () => {
    if (await isAtWork(db, booked.orderId)) return undefined
    return look(db, key, priority)
  })
}

async function look(
  db: Database,
  key: string,
  priority: CallPriority,
): Promise<WalletTransaction | undefined> {
  const found = await findTransaction(key, { priority })
  const before = await bookedOf(db, key)
  // What has only not been seen yet, the book takes over as it always does.
  if (found && before && (await followPayment(db, before.orderId, found))) {
    await (await liveFloor()).spotTouched(before.spotId)
  }
  const booked = await bookedOf(db, key)
  await keepFinding(db, key, booked?.orderId ?? null, compare(booked, found))
  return found
}
