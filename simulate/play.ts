import { floorWatch } from '#lib/floor/watch.ts'
import { bookEvidence, walletEvidence } from './gather-evidence.ts'
import { House } from './house.ts'
import type { Disk } from './mortal-database.ts'
import type { Evidence } from './oracle/evidence.ts'
import { answerAsGuest, comeTo } from './people/guests.ts'
import { Staff } from './people/staff.ts'
import type { Schedule, Step } from './schedule.ts'
import { seedChance } from './seeded-chance.ts'
import { VirtualTime } from './virtual-time.ts'
import { SimulatedWallet, spotIds } from './wallet/simulated-wallet.ts'

const openingMs = 2000
const lookEveryMs = 5000
const longestWaitMs = 3_600_000
/** At least two readings of the payments by a dashboard that nobody looks at. */
const restMs = 100_000

export interface Played extends Evidence {
  /** What the dashboard logged as an error, a JSON line each. */
  complaints: readonly string[]
}

/**
 * Plays a schedule against Spotboard: the real acts on a real database, the sandbox's rules, virtual time. Afterwards
 * the wallet is healthy and time passes until nothing is at work and the payments have been read again.
 */
export async function play(schedule: Schedule, disk: Disk): Promise<Played> {
  seedChance(String(schedule.chance))
  disk.wipe()
  const time = new VirtualTime()
  const wallet = new SimulatedWallet(time, schedule.wallet, String(schedule.chance))
  for (const spotId of spotIds) comeTo(wallet.world, spotId)
  const complaints: string[] = []
  const complain = (line: string) => complaints.push(line)
  const house = new House({ time, disk, wallet, complain })
  const staff = new Staff(house, disk, time)
  await time.pass(openingMs)

  for (const step of schedule.steps) {
    await time.pass(step.afterMs)
    if (schedule.isWatched && house.life().isAlive()) floorWatch().look()
    begin(step, { time, wallet, house, staff })
  }
  await time.pass(openingMs)

  wallet.heal()
  for (let waitedMs = 0; waitedMs < longestWaitMs; waitedMs += lookEveryMs) {
    await time.pass(lookEveryMs)
    if (await isQuiet()) break
  }
  await time.pass(restMs)
  house.shut()
  const book = await bookEvidence(disk.bystander)
  return { wallet: walletEvidence(wallet.world), book, asked: staff.asked, complaints }

  async function isQuiet(): Promise<boolean> {
    if (!house.life().isAlive() || staff.isWaiting() || wallet.pendingLate > 0) return false
    const running = await disk.bystander
      .selectFrom('intents')
      .select('id')
      .where('state', '=', 'running')
      .executeTakeFirst()
    return running === undefined
  }
}

interface Stage {
  time: VirtualTime
  wallet: SimulatedWallet
  house: House
  staff: Staff
}

function begin({ deed, incidents, kill }: Step, { time, wallet, house, staff }: Stage): void {
  wallet.incidents.add(incidents)
  if (kill) house.life().crashAfterStatements(kill.statements, kill.downMs)
  switch (deed.kind) {
    case 'staff':
      void staff.do(deed)
      return
    case 'guest':
      if (deed.answer === 'comes') comeTo(wallet.world, deed.spotId)
      else answerAsGuest(wallet.world, deed.spotId, deed.answer, deed.pick)
      return
    case 'outage':
      wallet.outage = deed.fault
      time.after(deed.forMs, () => {
        wallet.outage = undefined
      })
      return
    case 'crash':
      house.life().crash(deed.downMs)
  }
}
