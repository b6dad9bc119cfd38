import 'server-only'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { readSpot } from '#lib/floor/read-spots.ts'
import { now } from '#lib/runtime/clock.ts'
import { isWalletError, readAfterRefusal, type WalletError } from '#lib/wallet/errors.ts'

/**
 * Answers the wallet's refusal, if there is one. A spot that the guests have left is closed already, which the wallet
 * may count as a refusal.
 */
export async function closeAtWallet(spotId: number): Promise<WalletError | undefined> {
  const startedAt = now()
  try {
    const spot = await wallet().closeSpot(spotId)
    const floor = await liveFloor()
    await floor.learn({ kind: 'spot', spot, startedAt, at: now() })
    return undefined
  } catch (error) {
    if (!isWalletError(error) || error.code !== 'refused') throw error
    const spot = await readAfterRefusal(error, () => readSpot(spotId, 'person'))
    return spot?.status === 'closed' ? undefined : error
  }
}
