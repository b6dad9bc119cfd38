import { walletEvidence } from './gather-evidence.ts'
import type { Asked, WalletEvidence } from './oracle/evidence.ts'
import { comeTo } from './people/guests.ts'
import { NaiveClient } from './people/naive-client.ts'
import type { Schedule } from './schedule.ts'
import { happenOnStage } from './stage.ts'
import { VirtualTime } from './virtual-time.ts'
import { SimulatedWallet } from './wallet/simulated-wallet.ts'
import { counter, spotIds } from './wallet/site.ts'

/** The latest request is applied before it. */
const longEnoughMs = 600_000

/**
 * Plays the same schedule against a client without any of Spotboard's care, to show that the schedules bite. A killed
 * process of it forgets what it was about; kills at a statement of the database pass it by, since it has none.
 */
export async function playNaively(
  schedule: Schedule,
): Promise<{ wallet: WalletEvidence; asked: readonly Asked[] }> {
  const time = new VirtualTime()
  const wallet = new SimulatedWallet(time, schedule.wallet, String(schedule.chance))
  for (const spotId of spotIds) comeTo(wallet.world, spotId)
  let processes = 0
  const crash = () => {
    processes += 1
  }
  const client = new NaiveClient(() => {
    const mine = processes
    return wallet.lineOf({ isAlive: () => mine === processes, crash })
  })
  for (const step of schedule.steps) {
    await time.pass(step.afterMs)
    happenOnStage(step, {
      time,
      wallet,
      crash,
      // It knows no other way to ask than an order on a spot.
      ask: (deed) => void (deed.spotId === counter || client.do(deed)),
    })
  }
  wallet.heal()
  await time.pass(longEnoughMs)
  return { wallet: walletEvidence(wallet.world), asked: client.asked }
}
