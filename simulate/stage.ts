import { answerAsGuest, answerAtCounter, comeTo } from './people/guests.ts'
import type { Deed, Step } from './schedule.ts'
import type { VirtualTime } from './virtual-time.ts'
import type { SimulatedWallet } from './wallet/simulated-wallet.ts'
import { counter } from './wallet/site.ts'

/** What a step acts on, whoever the merchant's client is. */
export interface Stage {
  time: VirtualTime
  wallet: SimulatedWallet
  crash: (downMs: number) => void
  ask: (deed: Deed & { kind: 'staff' }) => void
}

/** Lets a step happen; what it sets off goes on while time passes. */
export function happenOnStage(
  { deed, incidents }: Step,
  { time, wallet, crash, ask }: Stage,
): void {
  wallet.incidents.add(incidents)
  switch (deed.kind) {
    case 'staff':
      ask(deed)
      return
    case 'guest':
      if (deed.spotId === counter) answerAtCounterOf(wallet, deed)
      else if (deed.answer === 'comes') comeTo(wallet.world, deed.spotId)
      else answerAsGuest(wallet.world, deed.spotId, deed.answer, deed.pick)
      return
    case 'outage':
      wallet.outage = deed.fault
      time.after(deed.forMs, () => {
        wallet.outage = undefined
      })
      return
    case 'crash':
      crash(deed.downMs)
  }
}

/** Nobody checks in there. */
function answerAtCounterOf(
  { world, shownKeys }: SimulatedWallet,
  { answer, pick }: Deed & { kind: 'guest' },
): void {
  if (answer !== 'comes') answerAtCounter(world, shownKeys, answer, pick)
}
