import 'server-only'
import { database } from '#lib/database/connection.ts'
import { callFor, callForWallet } from '#lib/floor/call-purpose.ts'
import { floorWatch } from '#lib/floor/watch.ts'
import { findTransaction } from '#lib/orders/book/transactions.ts'
import { inTurnAtSpot } from '#lib/orders/intents/turn.ts'
import { now, pause } from '#lib/runtime/clock.ts'
import { isShuttingDown, onShutdown } from '#lib/runtime/lifecycle.ts'
import { Limiter } from '#lib/runtime/limiter.ts'
import { log } from '#lib/runtime/log.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import { followTransactions } from './follow-transactions.ts'

/** One payment has a few events; whoever repeats them, a guest who knows the key say, brings about no more readings. */
const READINGS_OF_ONE = { burst: 4, refillMs: 120_000 }

/**
 * Reads a transaction of ours afresh and follows what it says; `isSigned` where the wallet has proved that it called. Calls for the same one while it is being read lead to one
 * more reading, however many they are; nobody waits for it, and what cannot be read is left to the watch.
 */
export function readCalledBack(key: string, spotId: number, isSigned: boolean): void {
  const { underWay } = calledBack()
  const present = underWay.get(key)
  if (present) {
    present.isAskedAgain = true
    present.isSigned ||= isSigned
    return
  }
  const reading = { isAskedAgain: true, isSigned }
  underWay.set(key, reading)
  void readWhileAsked(key, spotId, reading)
}

interface Reading {
  isAskedAgain: boolean
  /** Whether it was the wallet itself that called. */
  isSigned: boolean
}

async function readWhileAsked(key: string, spotId: number, reading: Reading): Promise<void> {
  const { underWay, readings, ending } = calledBack()
  try {
    while (reading.isAskedAgain) {
      const waitMs = readings.waitMs(key, now())
      if (waitMs > 0) await pause(waitMs, ending.signal)
      readings.take(key, now())
      reading.isAskedAgain = false
      const read = () => readAndFollow(key, spotId)
      await (reading.isSigned ? callForWallet(read) : callFor({ name: 'callback', calls: 0 }, read))
    }
  } catch (err) {
    if (isShuttingDown()) return
    log().warn({ err }, 'a transaction could not be read after a callback')
    floorWatch().readSoon('payments')
  } finally {
    underWay.delete(key)
  }
}

/**
 * A poll, since nobody waits for it: people's calls go first, and as a poll it waits for room instead of failing. Other
 * polls leave room for it where the wallet itself has called.
 */
async function readAndFollow(key: string, spotId: number): Promise<void> {
  const transaction = await findTransaction(key, { priority: 'poll' })
  if (!transaction) return
  // An act that is under way there ends first, since only an order that no act works on is followed.
  await inTurnAtSpot(spotId, () => Promise.resolve())
  await followTransactions(await database(), [transaction])
}

function calledBack() {
  return oncePerProcess('called-back', () => {
    const ending = new AbortController()
    onShutdown('callbacks', () => ending.abort())
    return {
      underWay: new Map<string, Reading>(),
      readings: new Limiter(READINGS_OF_ONE),
      ending,
    }
  })
}
